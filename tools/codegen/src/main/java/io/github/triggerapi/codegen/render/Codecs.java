package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import java.util.Optional;

/** The expressions in generated code that say how a type is read and written as JSON. */
final class Codecs {

    private Codecs() {}

    /** The {@code JsonTypes} expression of a type, on the client. */
    static JavaCode codec(Type type) {
        if (type instanceof Scalar scalar) {
            return JavaCode.of("JsonTypes.$", new Name(scalar.name()));
        }
        if (type instanceof Type.ListOf list) {
            return JavaCode.of("JsonTypes.list($)", codec(list.items().type()));
        }
        if (type instanceof Type.MapOf map) {
            return JavaCode.of("JsonTypes.map($)", codec(map.values().type()));
        }
        if (type instanceof Type.Named named) {
            return JavaCode.of("JsonTypes.of($.class)", new Name(named.className()));
        }
        return JavaCode.of(type instanceof Type.Any ? "JsonTypes.TREE" : "JsonTypes.OBJECT_TREE");
    }

    /** What makes a variant of a JSON tree, on the server; empty where Jackson knows by itself. */
    static Optional<JavaCode> reader(Type type) {
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

    /** What Jackson's annotation on the server says of how a value is read; empty where Jackson knows by itself. */
    static Optional<JavaCode> reading(Type type) {
        Optional<Value> content = content(type);
        return content.isPresent()
                ? contentReading(content.get().type())
                : deserializer(type).map(reader -> JavaCode.of("using = $", reader));
    }

    /** The same of how the items of an array or the values of a map are read. */
    static Optional<JavaCode> contentReading(Type type) {
        return deserializer(type).map(reader -> JavaCode.of("contentUsing = $", reader));
    }

    private static Optional<JavaCode> deserializer(Type type) {
        if (type instanceof Type.Any) {
            return Optional.of(JavaCode.of("ExactTree.class"));
        }
        if (type instanceof Type.AnyObject) {
            return Optional.of(JavaCode.of("ExactTree.OfObject.class"));
        }
        return type == Scalar.DATE_TIME ? Optional.of(JavaCode.of("DateTimes.Reader.class")) : Optional.empty();
    }

    /** The items of an array or the values of a map. */
    static Optional<Value> content(Type type) {
        return type instanceof Type.ListOf list
                ? Optional.of(list.items())
                : type instanceof Type.MapOf map ? Optional.of(map.values()) : Optional.empty();
    }
}
