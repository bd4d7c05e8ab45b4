package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The annotations that say what an operation asks for and how it may be answered. */
final class ResponseViews {

    private final Target target;

    ResponseViews(Target target) {
        this.target = target;
    }

    /** One for each answer. */
    List<Map<String, String>> of(Operation operation) {
        return operation.responses().stream()
                .map(response -> Map.of(
                        "status", Literals.string(response.status()), "more", body(response) + mediaType(response)))
                .toList();
    }

    /** What the annotation has to say of media types; nothing where it is the usual one. */
    private static String mediaType(Response response) {
        List<String> usual = response.value().isPresent() ? List.of("application/json") : List.of();
        return usual.equals(response.mediaTypes()) ? "" : ", mediaType = " + array(response.mediaTypes());
    }

    /** The argument of the annotation; empty where nothing is asked for. */
    static String secured(Operation operation) {
        return operation.security().isEmpty() ? "" : array(operation.security());
    }

    private static String array(List<String> texts) {
        String joined = texts.stream().map(Literals::string).collect(Collectors.joining(", "));
        return texts.size() == 1 ? joined : "{" + joined + "}";
    }

    /** What the annotation has to say of the body; nothing where there is none. */
    private String body(Response response) {
        if (response.value().isEmpty()) {
            return "";
        }
        Value value = response.value().get();
        String any = target == Target.CLIENT ? "JsonElement" : "JsonNode";
        String type = value.type() instanceof Type.Named named ? named.className() : any;
        return ", body = " + type + ".class" + (value.nullable() ? ", nullable = true" : "");
    }
}
