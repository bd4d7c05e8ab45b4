package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the annotations for the credentials and the responses of an operation. */
final class ResponseViews {

    private final Target target;

    ResponseViews(Target target) {
        this.target = target;
    }

    /** Returns the arguments of an annotation for each response. */
    List<Map<String, JavaCode>> of(Operation operation) {
        return operation.responses().stream()
                .map(response -> Map.of(
                        "status",
                        new StringLiteral(response.status()),
                        "more",
                        JavaCode.of(
                                "$$$",
                                body(response),
                                mediaType(response),
                                operation.hasOtherType(response) ? JavaCode.of(", otherType = true") : JavaCode.NONE)))
                .toList();
    }

    /** Returns the argument for the media types, or nothing if they are the default. */
    private static JavaCode mediaType(Response response) {
        List<String> usual = response.value().isPresent() ? List.of("application/json") : List.of();
        return usual.equals(response.mediaTypes())
                ? JavaCode.NONE
                : JavaCode.of(", mediaType = $", StringLiteral.array(response.mediaTypes()));
    }

    /** Returns the argument of the annotation for credentials, which is empty if the operation requires none. */
    static Optional<JavaCode> secured(Operation operation) {
        return operation.security().isEmpty()
                ? Optional.empty()
                : Optional.of(StringLiteral.array(operation.security()));
    }

    /** Returns the argument for the body, or nothing if there is none. */
    private JavaCode body(Response response) {
        if (response.value().isEmpty()) {
            return JavaCode.NONE;
        }
        TypedValue value = response.value().get();
        String any = target == Target.CLIENT ? "JsonElement" : "JsonNode";
        Name type = new Name(value.type() instanceof Type.Named named ? named.className() : any);
        return JavaCode.of(value.nullable() ? ", body = $.class, nullable = true" : ", body = $.class", type);
    }
}
