package io.github.triggerapi.mock.http;

import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.document.Document;
import io.github.triggerapi.mock.gate.Gate;
import java.util.List;
import java.util.Set;

/**
 * One document: who is let in to its operations, and what answers them.
 *
 * @param maxBodyBytes how large a body may be, in bytes
 */
public record Api(Gate gate, Resources resources, Answers answers, int maxBodyBytes) {
    /**
     * An API.
     *
     * @param keys the keys that are accepted, none for every one that is well-formed
     * @param behaviours JAX-RS resources that answer some of the operations
     * @param successStatus the provider of their stubs
     */
    public static Api of(
            Document document, Set<String> keys, List<?> behaviours, Class<?> successStatus, int maxBodyBytes) {
        Answers answers = new Answers(document);
        return new Api(
                new Gate(document, answers, keys),
                new Resources(behaviours, answers, successStatus),
                answers,
                maxBodyBytes);
    }
}
