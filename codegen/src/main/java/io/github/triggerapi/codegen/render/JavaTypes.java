package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.function.Function;

/** The Java types of a target, by their short names. */
final class JavaTypes {

    private final Target target;
    private final Annotations annotations;

    JavaTypes(Target target, Annotations annotations) {
        this.target = target;
        this.annotations = annotations;
    }

    /** The type of a value; a class, never a primitive. */
    String plain(Type type) {
        return of(type, item -> (item.nullable() ? "@Nullable " : "") + plain(item.type()));
    }

    /** The type of a field: the same, with what bounds the items of an array. */
    String annotated(Type type) {
        return of(type, item -> annotations.ofItem(item) + annotated(item.type()));
    }

    private String of(Type type, Function<Value, String> item) {
        if (type instanceof Type.ListOf list) {
            return "List<" + item.apply(list.items()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "Map<String, " + item.apply(map.values()) + ">";
        }
        if (type instanceof Type.Named named) {
            return named.className();
        }
        if (type instanceof Type.Any) {
            return target == Target.CLIENT ? "JsonElement" : "JsonNode";
        }
        if (type instanceof Type.AnyObject) {
            return target == Target.CLIENT ? "JsonObject" : "ObjectNode";
        }
        return switch ((Scalar) type) {
            case BOOLEAN -> "Boolean";
            case INTEGER -> "Long";
            case NUMBER -> "BigDecimal";
            case STRING -> "String";
            case DATE_TIME -> "OffsetDateTime";
        };
    }
}
