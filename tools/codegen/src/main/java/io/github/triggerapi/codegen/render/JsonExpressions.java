package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import java.util.Optional;

/** Creates the expressions by which generated code reads and writes types as JSON. */
final class JsonExpressions {

    private JsonExpressions() {}

    /** Returns the {@code JsonType} of a type, for the client. */
    static JavaCode jsonType(Type type) {
        if (type instanceof Scalar scalar) {
            return JavaCode.of("JsonType.$", new Name(scalar.name()));
        }
        if (type instanceof Type.ListOf list) {
            return JavaCode.of("JsonType.list($)", jsonType(list.items().type()));
        }
        if (type instanceof Type.MapOf map) {
            return JavaCode.of("JsonType.map($)", jsonType(map.values().type()));
        }
        if (type instanceof Type.Named named) {
            return JavaCode.of("JsonType.of($.class)", new Name(named.className()));
        }
        return JavaCode.of(type instanceof Type.Any ? "JsonType.TREE" : "JsonType.OBJECT_TREE");
    }

    /** Returns the function from a JSON tree to a type, for the server; empty if Jackson reads the type itself. */
    static Optional<JavaCode> fromTree(Type type) {
        if (type instanceof Scalar scalar) {
            return Optional.of(
                    switch (scalar) {
                        case BOOLEAN -> JavaCode.of("JsonNode::booleanValue");
                        case INTEGER -> JavaCode.of("JsonNode::longValue");
                        case NUMBER -> JavaCode.of("JsonNode::decimalValue");
                        case STRING -> JavaCode.of("JsonNode::textValue");
                        case DATE_TIME -> JavaCode.of("DateTimes::parse");
                    });
        }
        if (type instanceof Type.Any) {
            return Optional.of(JavaCode.of("JsonNode.class::cast"));
        }
        return type instanceof Type.AnyObject ? Optional.of(JavaCode.of("ObjectNode.class::cast")) : Optional.empty();
    }

    /** Returns the argument of {@code @JsonDeserialize}; empty if Jackson reads the type itself. */
    static Optional<JavaCode> deserialize(Type type) {
        Optional<TypedValue> content = content(type);
        return content.isPresent()
                ? deserializeContent(content.get().type())
                : deserializer(type).map(name -> JavaCode.of("using = $", name));
    }

    /** Returns the argument of {@code @JsonDeserialize} for the items of an array or the values of a map. */
    static Optional<JavaCode> deserializeContent(Type type) {
        return deserializer(type).map(name -> JavaCode.of("contentUsing = $", name));
    }

    private static Optional<JavaCode> deserializer(Type type) {
        if (type instanceof Type.Any) {
            return Optional.of(JavaCode.of("ExactTreeDeserializer.class"));
        }
        if (type instanceof Type.AnyObject) {
            return Optional.of(JavaCode.of("ExactTreeDeserializer.ForObject.class"));
        }
        return type == Scalar.DATE_TIME ? Optional.of(JavaCode.of("DateTimeDeserializer.class")) : Optional.empty();
    }

    /** Returns the argument of {@code @JsonSerialize}; empty if Jackson writes the type itself. */
    static Optional<JavaCode> serialize(Type type) {
        if (type == Scalar.DATE_TIME) {
            return Optional.of(JavaCode.of("using = DateTimeSerializer.class"));
        }
        return content(type).flatMap(content -> serializeContent(content.type()));
    }

    /** Returns the argument of {@code @JsonSerialize} for the items of an array or the values of a map. */
    static Optional<JavaCode> serializeContent(Type type) {
        return type == Scalar.DATE_TIME
                ? Optional.of(JavaCode.of("contentUsing = DateTimeSerializer.class"))
                : Optional.empty();
    }

    /** Returns the items of an array or the values of a map. */
    static Optional<TypedValue> content(Type type) {
        return type instanceof Type.ListOf list
                ? Optional.of(list.items())
                : type instanceof Type.MapOf map ? Optional.of(map.values()) : Optional.empty();
    }
}
