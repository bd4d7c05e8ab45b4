package io.github.triggerapi.contract.judge;

import java.util.Collection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** The form of a parameter in a request, as OpenAPI defines it by location, style and type. */
public enum ParameterForm {
    /** A string, a number or a boolean. */
    SIMPLE,
    /** A value of one of several types. */
    UNION,
    /** An array, each item as a parameter of the same name. */
    REPEATED,
    /** An array in one string, separated by commas. */
    COMMAS,
    /** An array in one string, separated by spaces. */
    SPACES,
    /** An array in one string, separated by pipes. */
    PIPES,
    /** An object in one string, as {@code name,value,name,value}. */
    PAIRS,
    /** An object in one string, as {@code name=value,name=value}. */
    EQUATIONS,
    /** An object, each member as a parameter of its own, and members of members as {@code member[member]}. */
    MEMBERS,
    /** An object, each member as {@code name[member]}. */
    DEEP_OBJECT,
    /** A value in JSON. */
    JSON,
    /** Any string, as OpenAPI does not define the form, or hardly anyone uses it. */
    OPAQUE;

    /** The shape of a value, which decides what a style means. */
    public enum Shape {
        /** A string, a number or a boolean. */
        SIMPLE,
        /** A value of one of several types. */
        UNION,
        /** An array of simple values. */
        ARRAY,
        /** An object with listed members, all of them simple. */
        SIMPLE_OBJECT,
        /** An object with listed members that are simple or arrays of simple values. */
        FLAT_OBJECT,
        /** An object with other members. */
        DEEP_OBJECT,
        /** Any other value. */
        OTHER;

        /** Returns the shape of an object with members of certain shapes. */
        public static Shape ofObject(Collection<Shape> members) {
            return members.isEmpty()
                    ? OTHER
                    : EnumSet.of(SIMPLE).containsAll(members)
                            ? SIMPLE_OBJECT
                            : EnumSet.of(SIMPLE, ARRAY).containsAll(members) ? FLAT_OBJECT : DEEP_OBJECT;
        }
    }

    /**
     * Returns the form of a parameter with a schema.
     *
     * @param style the style in the document; empty for the default
     * @param explode whether each item or member is separate; null for the default
     */
    public static ParameterForm of(String in, String style, @Nullable Boolean explode, Shape shape) {
        boolean query = in.equals("query");
        String usual = query || in.equals("cookie") ? "form" : "simple";
        String used = style.isEmpty() ? usual : style;
        boolean exploded = explode == null ? used.equals("form") : explode;
        if (used.equals("matrix") || used.equals("label")) {
            return OPAQUE;
        }
        return switch (shape) {
            case SIMPLE -> SIMPLE;
            case UNION -> UNION;
            case ARRAY -> query && exploded ? repeated(used) : in.equals("cookie") ? OPAQUE : joined(used, usual);
            case SIMPLE_OBJECT, FLAT_OBJECT, DEEP_OBJECT -> object(used, usual, exploded, in, shape);
            case OTHER -> OPAQUE;
        };
    }

    private static ParameterForm repeated(String style) {
        return style.equals("deepObject") ? OPAQUE : REPEATED;
    }

    private static ParameterForm joined(String style, String usual) {
        boolean query = usual.equals("form");
        return style.equals(usual)
                ? COMMAS
                : query && style.equals("spaceDelimited")
                        ? SPACES
                        : query && style.equals("pipeDelimited") ? PIPES : OPAQUE;
    }

    private static ParameterForm object(String style, String usual, boolean exploded, String in, Shape shape) {
        if (style.equals("deepObject") && in.equals("query")) {
            return DEEP_OBJECT;
        }
        if (!style.equals(usual) || in.equals("cookie")) {
            return OPAQUE;
        }
        if (exploded && in.equals("query")) {
            return MEMBERS;
        }
        return shape != Shape.SIMPLE_OBJECT ? OPAQUE : exploded ? EQUATIONS : PAIRS;
    }

    /** Returns the delimiter of the parts of one string; empty if there are none. */
    public String delimiter() {
        return switch (this) {
            case COMMAS, PAIRS, EQUATIONS -> ",";
            case SPACES -> " ";
            case PIPES -> "|";
            default -> "";
        };
    }
}
