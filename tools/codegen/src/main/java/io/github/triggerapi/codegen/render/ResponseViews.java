package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Value;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations that say what an operation asks for and how it may be answered. */
final class ResponseViews {

    private final Target target;

    ResponseViews(Target target) {
        this.target = target;
    }

    /** One for each answer. */
    List<Map<String, JavaCode>> of(Operation operation) {
        return operation.responses().stream()
                .map(response -> Map.of(
                        "status",
                        new StringLiteral(response.status()),
                        "more",
                        JavaCode.of("$$", body(response), mediaType(response))))
                .toList();
    }

    /** What the annotation has to say of media types; nothing where it is the usual one. */
    private static JavaCode mediaType(Response response) {
        List<String> usual = response.value().isPresent() ? List.of("application/json") : List.of();
        return usual.equals(response.mediaTypes())
                ? JavaCode.NONE
                : JavaCode.of(", mediaType = $", array(response.mediaTypes()));
    }

    /** The argument of the annotation; empty where nothing is asked for. */
    static Optional<JavaCode> secured(Operation operation) {
        return operation.security().isEmpty() ? Optional.empty() : Optional.of(array(operation.security()));
    }

    private static JavaCode array(List<String> texts) {
        JavaCode joined = StringLiteral.list(texts);
        return texts.size() == 1 ? joined : JavaCode.of("{$}", joined);
    }

    /** What the annotation has to say of the body; nothing where there is none. */
    private JavaCode body(Response response) {
        if (response.value().isEmpty()) {
            return JavaCode.NONE;
        }
        Value value = response.value().get();
        String any = target == Target.CLIENT ? "JsonElement" : "JsonNode";
        Name type = new Name(value.type() instanceof Type.Named named ? named.className() : any);
        return JavaCode.of(value.nullable() ? ", body = $.class, nullable = true" : ", body = $.class", type);
    }
}
