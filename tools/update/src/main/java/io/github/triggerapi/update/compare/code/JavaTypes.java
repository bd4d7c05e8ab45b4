package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Java types as texts to compare. Classes of the old code that have another name only go by the new one.
 *
 * @param renamed the new names of classes, by the old ones
 */
record JavaTypes(Map<String, String> renamed) {

    String className(String old) {
        return renamed.getOrDefault(old, old);
    }

    String of(Type type) {
        if (type instanceof Type.ListOf list) {
            return "List<" + of(list.items().type()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "Map<String, " + of(map.values().type()) + ">";
        }
        if (type instanceof Type.Named named) {
            return className(named.className());
        }
        if (type instanceof Type.Any) {
            return "any JSON";
        }
        if (type instanceof Type.AnyObject) {
            return "any JSON object";
        }
        return switch ((Scalar) type) {
            case BOOLEAN -> "Boolean";
            case INTEGER -> "Long";
            case NUMBER -> "BigDecimal";
            case STRING -> "String";
            case DATE_TIME -> "OffsetDateTime";
        };
    }

    /** The type of an argument for a path or a header, where a date-time is a text. */
    String argument(Value value) {
        return value.type() == Scalar.DATE_TIME ? "String" : of(value.type());
    }

    static String erased(String type) {
        return type.replaceAll("<.*", "");
    }

    /** The innermost value of two arrays or maps in which they differ; its place tells why. */
    Value cause(Value old, Value now) {
        if (old.type() instanceof Type.ListOf one && now.type() instanceof Type.ListOf other) {
            return cause(one.items(), other.items());
        }
        if (old.type() instanceof Type.MapOf one && now.type() instanceof Type.MapOf other) {
            return cause(one.values(), other.values());
        }
        return now;
    }

    /** Hands out each Java name once, as generated code does. */
    static final class Unique {

        private final Set<String> taken = new HashSet<>();

        String of(String name) {
            String unique = name;
            while (!taken.add(unique)) {
                unique += "_";
            }
            return unique;
        }
    }
}
