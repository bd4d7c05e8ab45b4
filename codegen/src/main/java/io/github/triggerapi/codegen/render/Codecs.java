package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.Optional;

/** The expressions in generated code that say how a type is read and written as JSON. */
final class Codecs {

    private Codecs() {}

    /** The {@code JsonTypes} expression of a type, on the client. */
    static String codec(Type type) {
        if (type instanceof Scalar scalar) {
            return "JsonTypes." + scalar.name();
        }
        if (type instanceof Type.ListOf list) {
            return "JsonTypes.list(" + codec(list.items().type()) + ")";
        }
        if (type instanceof Type.MapOf map) {
            return "JsonTypes.map(" + codec(map.values().type()) + ")";
        }
        if (type instanceof Type.Named named) {
            return "JsonTypes.of(" + named.className() + ".class)";
        }
        return type instanceof Type.Any ? "JsonTypes.TREE" : "JsonTypes.OBJECT_TREE";
    }

    /** What makes a variant of a JSON tree, on the server. */
    static String reader(Type type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> "JsonNode::booleanValue";
                case INTEGER -> "JsonNode::longValue";
                case NUMBER -> "JsonNode::decimalValue";
                case STRING -> "JsonNode::textValue";
                case DATE_TIME -> "DateTimes::parse";
            };
        }
        return type instanceof Type.Any
                ? "JsonNode.class::cast"
                : type instanceof Type.AnyObject ? "ObjectNode.class::cast" : "";
    }

    /** What Jackson's annotation on the server says of how a value is read; empty where Jackson knows by itself. */
    static String reading(Type type) {
        return content(type)
                .map(content -> deserializer(content.type(), "contentUsing"))
                .orElseGet(() -> deserializer(type, "using"));
    }

    static String deserializer(Type type, String key) {
        if (type instanceof Type.Any) {
            return key + " = ExactTree.class";
        }
        if (type instanceof Type.AnyObject) {
            return key + " = ExactTree.OfObject.class";
        }
        return type == Scalar.DATE_TIME ? key + " = DateTimes.Reader.class" : "";
    }

    /** The items of an array or the values of a map. */
    static Optional<Value> content(Type type) {
        return type instanceof Type.ListOf list
                ? Optional.of(list.items())
                : type instanceof Type.MapOf map ? Optional.of(map.values()) : Optional.empty();
    }
}
