package io.github.triggerapi.mock.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Operation.Parameter;
import io.github.triggerapi.mock.internal.document.Schema;
import io.github.triggerapi.mock.internal.message.PercentEncoding;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates the parameters of a request. */
final class ParameterValidator {
    /** The maximum number of values in a query or a form. */
    static final int MAX_PAIRS = 1000;

    private ParameterValidator() {}

    /** Splits a query or a form into names and decoded values. */
    static Map<String, List<String>> query(@Nullable String query) {
        return decoded(encodedQuery(query));
    }

    /** Returns the decoded values of a query. */
    static Map<String, List<String>> decoded(Map<String, List<String>> encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        encoded.forEach((name, texts) -> values.put(
                name,
                texts.stream().map(text -> PercentEncoding.decode(text, true)).toList()));
        return values;
    }

    /** Splits a query into decoded names and values as they were received. */
    static Map<String, List<String>> encodedQuery(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        // One more tells that there are too many.
        String[] pairs = query == null ? new String[0] : query.split("&", MAX_PAIRS + 1);
        if (pairs.length > MAX_PAIRS) {
            throw new RejectedRequestException(400, "There are more than %d parameters".formatted(MAX_PAIRS));
        }
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                values.computeIfAbsent(PercentEncoding.decode(parts[0], true), name -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : parts[1]);
            }
        }
        return values;
    }

    /** Splits Cookie headers into names and values. */
    static Map<String, List<String>> cookies(List<String> headers) {
        Map<String, List<String>> cookies = new LinkedHashMap<>();
        for (String header : headers) {
            for (String pair : header.split("; *", MAX_PAIRS)) {
                String[] parts = pair.split("=", 2);
                cookies.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts.length < 2 ? "" : parts[1]);
            }
        }
        return cookies;
    }

    /**
     * Rejects with status 400 an invalid parameter.
     *
     * @param texts the strings in the part of the request that the parameter belongs to; as they were received, if it has
     *     parts that commas separate
     */
    static void check(Parameter parameter, Map<String, List<String>> texts) {
        boolean list = parameter.flattened().is("array")
                && (parameter.explode() || parameter.in().equals("header"));
        if (!list && texts.getOrDefault(parameter.name(), List.of()).size() > 1) {
            throw invalid("must be given once", parameter);
        }
        List<JsonNode> values = ParameterDeserializer.of(parameter, texts);
        if (values.isEmpty()) {
            if (parameter.required()) {
                throw invalid("is required", parameter);
            }
            return;
        }
        if (!parameter.isOpaque()) {
            requireOne(values, parameter.schema(), parameter.place());
        }
    }

    /**
     * Rejects with status 400 a string that represents no valid value.
     *
     * @param values the values that it may represent, the most likely first
     * @param place the name of the parameter, empty for a body
     */
    static void requireOne(List<JsonNode> values, Schema schema, String place) {
        List<String> errors = new ArrayList<>();
        for (JsonNode value : values) {
            String error = schema.check(value, place);
            if (error == null) {
                return;
            }
            errors.add(error);
        }
        if (!errors.isEmpty()) {
            throw new RejectedRequestException(400, errors.get(0));
        }
    }

    private static RejectedRequestException invalid(String what, Parameter parameter) {
        return new RejectedRequestException(400, "Validation error: " + what + " at \"" + parameter.place() + "\"");
    }
}
