package io.github.triggerapi.mock.http;

import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.gate.Gate;

/** One document: who is let in to its operations, and what answers them. */
public record Api(Gate gate, Resources resources, Answers answers) {}
