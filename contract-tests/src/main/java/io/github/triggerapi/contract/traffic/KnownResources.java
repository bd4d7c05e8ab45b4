package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.HttpMessage.Response;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds resources that a server knows, such as runs.
 *
 * <p>Identifiers that a server assigns cannot be generated from a schema, but they are in its responses: the strings in the
 * responses of all operations are tried as path parameters.
 */
final class KnownResources {

    private static final int MAX_IDENTIFIERS = 100;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_MESSAGES = 10;

    /** Of an operation. What one request creates may be in another state than what the next one creates. */
    private static final int MAX_RESPONSES = 5;

    private final MessageGenerators generators;
    private final HttpSender server;
    private @Nullable Set<String> identifiers;

    KnownResources(MessageGenerators generators, HttpSender server) {
        this.generators = generators;
        this.server = server;
    }

    /** Returns a path for which an operation succeeds with one of its first messages; empty if there is none. */
    Optional<String> path(Operation operation, List<ObjectNode> messages) {
        return identifiers().stream()
                .flatMap(identifier ->
                        messages.stream().limit(MAX_MESSAGES).map(message -> request(operation, message, identifier)))
                .filter(request -> generators.judge().request(request).isEmpty())
                .filter(request -> server.send(request).status() / 100 == 2)
                .map(Request::path)
                .findFirst();
    }

    private static Request request(Operation operation, ObjectNode message, String identifier) {
        ObjectNode changed = message.deepCopy();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("path"))
                .map(Parameter::label)
                .forEach(place -> changed.put(place, identifier));
        return RequestWriter.request(operation, changed);
    }

    /** Returns the first string of each response, then the second one of each, and so on. */
    private Set<String> identifiers() {
        if (identifiers == null) {
            List<List<String>> ofResponses = new ArrayList<>();
            for (Operation operation : generators.judge().document().operations()) {
                if (!operation.method().equals("DELETE")) {
                    generators.covering(generators.messages().requests(operation)).stream()
                            .limit(MAX_RESPONSES)
                            .map(message -> server.send(RequestWriter.request(operation, message)))
                            .forEach(response -> {
                                List<String> strings = new ArrayList<>();
                                collect(json(response), strings);
                                ofResponses.add(strings);
                            });
                }
            }
            identifiers = IntStream.range(0, MAX_IDENTIFIERS)
                    .boxed()
                    .flatMap(index -> ofResponses.stream()
                            .filter(strings -> index < strings.size())
                            .map(strings -> strings.get(index)))
                    .distinct()
                    .limit(MAX_IDENTIFIERS)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return identifiers;
    }

    private static List<JsonNode> json(Response response) {
        try {
            return List.of(Judge.JSON.readTree(response.body()));
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static void collect(Iterable<JsonNode> nodes, List<String> strings) {
        for (JsonNode node : nodes) {
            boolean suitable = node.isString() && node.asString().length() <= MAX_LENGTH;
            if (suitable && StringValues.PATH.allows(node.asString()) && strings.size() < MAX_IDENTIFIERS) {
                strings.add(node.asString());
            }
            collect(node, strings);
        }
    }
}
