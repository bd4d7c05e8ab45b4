package io.github.triggerapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.Operation.Parameter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets in the requests that the document allows and refuses the others, before and after their body is there. */
final class Gate {
    private final Routes routes;

    Gate(Document document) {
        routes = new Routes(Operations.of(document));
    }

    /**
     * Looks at all of a request but its body.
     *
     * @param path the path as it came, percent-encoded
     * @param query the query as it came, null when there is none
     * @param headers the headers, whatever the case of their names
     * @param hasBody whether a body is announced
     */
    Admission admit(
            String method,
            String path,
            @Nullable String query,
            MultivaluedMap<String, String> headers,
            boolean hasBody) {
        Routes.Match match = routes.find(method, path);
        Operation operation = match.operation();
        ApiKey caller = operation.bearer() ? ApiKey.of(headers.getFirst("Authorization")) : null;
        Set<String> consumes = operation.consumes().keySet();
        String bodyType = hasBody && !consumes.isEmpty()
                ? MediaTypes.ofBody(headers.getFirst("Content-Type"), consumes)
                : consumes.stream().findFirst().orElse(null);
        String answerType = MediaTypes.ofAnswer(headers.getOrDefault("Accept", List.of()), operation.produces());
        Map<String, List<String>> values = Parameters.query(query);
        for (Parameter parameter : operation.parameters()) {
            String name = parameter.name();
            Parameters.check(
                    parameter,
                    switch (parameter.in()) {
                        case "path" ->
                            Stream.ofNullable(match.values().get(name)).toList();
                        case "header" -> headers.getOrDefault(name, List.of());
                        default -> values.getOrDefault(name, List.of());
                    });
        }
        String target = values.isEmpty() ? match.path() : match.path() + "?" + Parameters.encode(values);
        return new Admission(operation, caller, target, bodyType, answerType);
    }

    /**
     * A request that was let in without its body.
     *
     * @param caller who asks, null when the operation asks for no key
     * @param target path and query, encoded in one way only
     * @param bodyType the media type of the body, null when the operation takes none
     * @param answerType the media type of the answer, null when the document names none
     */
    record Admission(
            Operation operation,
            @Nullable ApiKey caller,
            String target,
            @Nullable String bodyType,
            @Nullable String answerType) {

        /** Checks the body: its JSON, null when it is not there or not JSON. */
        @Nullable
        JsonNode check(byte[] body) {
            if (body.length == 0 && operation.bodyRequired()) {
                throw new Refusal(400, "Request body is empty");
            }
            if (body.length == 0 || bodyType == null || !MediaTypes.isJson(bodyType)) {
                return null;
            }
            JsonNode json = Json.parse(body);
            Schema schema = operation.consumes().get(bodyType);
            String error = schema == null ? null : schema.check(json, "");
            if (error != null) {
                throw new Refusal(400, error);
            }
            return json;
        }
    }
}
