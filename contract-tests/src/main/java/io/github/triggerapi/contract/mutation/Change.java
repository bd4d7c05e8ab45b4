package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A change of a document in one place.
 *
 * @param text the change in words
 * @param edit makes the change in a copy of the document
 */
record Change(Target target, String text, Consumer<ObjectNode> edit) {}
