package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import java.util.function.Function;

/** Maps types to Java types, by their simple names. */
final class JavaTypes {

    private final Target target;
    private final Annotations annotations;

    JavaTypes(Target target, Annotations annotations) {
        this.target = target;
        this.annotations = annotations;
    }

    /** Returns the Java type of a value, which is never primitive. */
    JavaCode plain(Type type) {
        return of(type, item -> JavaCode.of(item.nullable() ? "@Nullable $" : "$", plain(item.type())));
    }

    /** Returns the Java type of the items of an array. */
    JavaCode item(Type.ListOf list) {
        TypedValue item = list.items();
        return JavaCode.of(item.nullable() ? "@Nullable $" : "$", plain(item.type()));
    }

    /** Returns the Java type with annotations on the items of arrays and the values of maps. */
    JavaCode annotated(Type type) {
        return of(type, item -> JavaCode.of("$$", annotations.ofItem(item), annotated(item.type())));
    }

    private JavaCode of(Type type, Function<TypedValue, JavaCode> item) {
        if (type instanceof Type.ListOf list) {
            return JavaCode.of("List<$>", item.apply(list.items()));
        }
        if (type instanceof Type.MapOf map) {
            return JavaCode.of("Map<String, $>", item.apply(map.values()));
        }
        return erased(type);
    }

    /** Returns the name of the class, without type arguments. */
    Name erased(Type type) {
        if (type instanceof Type.Named named) {
            return new Name(named.className());
        }
        if (type instanceof Scalar scalar) {
            return new Name(
                    switch (scalar) {
                        case BOOLEAN -> "Boolean";
                        case INTEGER -> "Long";
                        case NUMBER -> "BigDecimal";
                        case STRING -> "String";
                        case DATE_TIME -> "OffsetDateTime";
                    });
        }
        if (type instanceof Type.ListOf || type instanceof Type.MapOf) {
            return new Name(type instanceof Type.ListOf ? "List" : "Map");
        }
        return type instanceof Type.Any ? any() : object();
    }

    /** Returns the class of any JSON value. */
    Name any() {
        return new Name(target == Target.CLIENT ? "JsonElement" : "JsonNode");
    }

    /** Returns whether values of a client's type have any JSON in them, which their string forms hide. */
    boolean holdsAnyJson(Type type) {
        return target == Target.CLIENT
                && (type instanceof Type.Any
                        || type instanceof Type.AnyObject
                        || JsonExpressions.content(type)
                                .filter(content -> holdsAnyJson(content.type()))
                                .isPresent());
    }

    private Name object() {
        return new Name(target == Target.CLIENT ? "JsonObject" : "ObjectNode");
    }
}
