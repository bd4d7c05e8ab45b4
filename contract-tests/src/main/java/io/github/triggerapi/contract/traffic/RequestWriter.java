package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.contract.judge.ParameterForm;
import io.github.triggerapi.contract.judge.SecurityScheme;
import io.github.triggerapi.contract.judge.SecurityScheme.Kind;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serializes requests as defined by OpenAPI, without code of the client. */
final class RequestWriter {

    private RequestWriter() {}

    /** Returns the serialized form of a request, valid or not, with the first alternative of the required credentials. */
    static Request request(Operation operation, ObjectNode request) {
        Request without = withoutCredentials(operation, request);
        return operation.secured()
                ? withCredentials(without, operation.security().get(0))
                : without;
    }

    /** Returns the serialized form of a request without credentials. */
    static Request withoutCredentials(Operation operation, ObjectNode request) {
        String path = operation.path();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        List<String> query = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = request.path(parameter.label());
            if (value.isMissingNode() && !parameter.in().equals("path")) {
                continue;
            }
            switch (parameter.in()) {
                case "path" -> {
                    String text = value.isMissingNode() ? "" : text(parameter, value, RequestWriter::encode);
                    path = path.replace("{" + parameter.name() + "}", text);
                }
                case "header" -> headers.put(parameter.name(), List.of(text(parameter, value)));
                case "cookie" -> cookies.add(parameter.name() + "=" + text(parameter, value));
                default -> query(parameter, value, query);
            }
        }
        if (!cookies.isEmpty()) {
            headers.put("Cookie", List.of(String.join("; ", cookies)));
        }
        String mediaType = MessageSchemas.mediaType(request);
        JsonNode body = MessageSchemas.body(request);
        if (!mediaType.isEmpty()) {
            headers.put("Content-Type", List.of(mediaType));
        }
        return new Request(operation.method(), path, String.join("&", query), headers, body(mediaType, body));
    }

    private static String body(String mediaType, JsonNode body) {
        if (mediaType.equals(Judge.FORM) && body.isObject()) {
            List<String> fields = new ArrayList<>();
            body.propertyStream().forEach(field -> repeated(field.getKey(), field.getValue(), fields));
            return String.join("&", fields);
        }
        return body.isMissingNode() ? "" : Judge.isJson(mediaType) ? body.toString() : text(body);
    }

    /** Returns a request with the credentials of security schemes, unless it has a parameter in their place. */
    static Request withCredentials(Request request, List<SecurityScheme> schemes) {
        Request complete = request;
        for (SecurityScheme scheme : schemes) {
            if (scheme.kind() != Kind.OTHER && scheme.value(complete) == null) {
                complete = with(complete, scheme, credentials(scheme));
            }
        }
        return complete;
    }

    private static String credentials(SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BEARER -> "Bearer " + MessageSchemas.KEY;
            case BASIC ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((":" + MessageSchemas.KEY).getBytes(StandardCharsets.UTF_8));
            default -> MessageSchemas.KEY;
        };
    }

    /** Returns a request with a value in the place of the credentials of a scheme. */
    static Request with(Request request, SecurityScheme scheme, String value) {
        return switch (scheme.in()) {
            case "query" ->
                request.withQuery((request.query().isEmpty() ? "" : request.query() + "&") + encode(scheme.parameter())
                        + "=" + encode(value));
            case "cookie" ->
                request.withHeader(
                        "Cookie",
                        request.values("Cookie").stream()
                                        .map(cookies -> cookies + "; ")
                                        .collect(Collectors.joining()) + scheme.parameter() + "=" + value);
            default -> request.withHeader(scheme.parameter(), value);
        };
    }

    private static void query(Parameter parameter, JsonNode value, List<String> query) {
        if (parameter.form() == ParameterForm.DEEP_OBJECT && value.isObject()) {
            repeated(parameter.name(), value, query);
        } else if (parameter.form() == ParameterForm.MEMBERS && value.isObject()) {
            value.propertyStream().forEach(member -> repeated(member.getKey(), member.getValue(), query));
        } else if ((parameter.form() == ParameterForm.REPEATED || parameter.form() == ParameterForm.UNION)
                && value.isArray()) {
            repeated(parameter.name(), value, query);
        } else {
            query.add(encode(parameter.name()) + "=" + text(parameter, value, RequestWriter::encode));
        }
    }

    private static void repeated(String name, JsonNode value, List<String> query) {
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(member -> repeated(name + "[" + member.getKey() + "]", member.getValue(), query));
        } else if (value.isArray()) {
            value.forEach(item -> repeated(name, item, query));
        } else {
            query.add(encode(name) + "=" + encode(text(value)));
        }
    }

    /** Returns a value as one string, before it is encoded for a URL. */
    static String text(Parameter parameter, JsonNode value) {
        return text(parameter, value, UnaryOperator.identity());
    }

    /**
     * Returns a value as one string.
     *
     * @param encoding applies to what is between delimiters, and to delimiters other than commas
     */
    private static String text(Parameter parameter, JsonNode value, UnaryOperator<String> encoding) {
        ParameterForm form = parameter.form();
        if (form == ParameterForm.JSON) {
            return encoding.apply(ascii(value.toString()));
        }
        boolean pairs = form == ParameterForm.PAIRS || form == ParameterForm.EQUATIONS;
        Stream<String> parts = pairs && value.isObject()
                ? value.propertyStream()
                        .map(member -> encoding.apply(member.getKey())
                                + (form == ParameterForm.PAIRS ? "," : "=")
                                + encoding.apply(text(member.getValue())))
                : value.isArray()
                        ? value.valueStream().map(item -> encoding.apply(text(item)))
                        : Stream.of(encoding.apply(text(value)));
        String delimiter =
                form == ParameterForm.SPACES || form == ParameterForm.PIPES ? encoding.apply(form.delimiter()) : ",";
        return parts.collect(Collectors.joining(delimiter));
    }

    /** Escapes in JSON what a header cannot hold. */
    private static String ascii(String json) {
        return json.chars()
                .mapToObj(character -> character > '~' ? "\\u%04x".formatted(character) : Character.toString(character))
                .collect(Collectors.joining());
    }

    /** Returns the headers of a message. */
    static Map<String, String> headers(ObjectNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.propertyStream()
                .filter(member -> member.getKey().startsWith(MessageSchemas.HEADER))
                .forEach(member -> headers.put(
                        member.getKey().substring(MessageSchemas.HEADER.length()), joined(member.getValue())));
        return headers;
    }

    private static String joined(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(RequestWriter::text).collect(Collectors.joining(","))
                : text(value);
    }

    private static String text(JsonNode value) {
        return value.isBigDecimal()
                ? new BigDecimal(value.toString()).toPlainString()
                : value.isString() ? value.asString() : value.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
