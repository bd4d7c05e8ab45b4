package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Converts schemas to types, and collects the classes to generate for them. */
final class SchemaReader {

    private static final String COMPONENTS = "#/components/schemas/";

    private static final int MAX_FILE_NAME = 255;

    /** The nested class with the longest name that does not depend on the document. */
    private static final String NESTED = "$UnknownValue";

    private final Document document;
    private final Problems problems;
    private final ObjectReader objects = new ObjectReader(this);
    private final UnionReader unions = new UnionReader(this);

    private final Map<String, TypedValue> components = new HashMap<>();
    private final Set<String> reading = new HashSet<>();
    private final Map<String, String> classPointers = new HashMap<>();
    private final Map<String, GeneratedClass> generatedClasses = new LinkedHashMap<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final Set<String> notes = new LinkedHashSet<>();

    SchemaReader(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Reads all named schemas, before inline schemas can take the names of their classes. */
    void readComponents() {
        List<Node> schemas = document.root().get("components").get("schemas").members();
        schemas.forEach(schema -> problems.collect(() -> component(schema)));
        finish();
    }

    /** Returns the classes found so far. */
    List<GeneratedClass> generatedClasses() {
        finish();
        return List.copyOf(generatedClasses.values());
    }

    /** Returns what was left out, each with its JSON pointer and the reason. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Returns the type of a schema.
     *
     * @param suggestedName the name of its class, if it needs one and the name is free
     */
    TypedValue read(Node schema, String suggestedName) {
        String className = Names.type(suggestedName);
        JsonNode json = schema.json();
        if (json.isMissingNode() || (json.isBoolean() && json.asBoolean())) {
            return new TypedValue(new Type.Any(), Description.of(schema));
        }
        if (!json.isObject()) {
            throw new UnsupportedPartException(schema, "no value is valid for this schema: " + json);
        }
        if (schema.has("$ref")) {
            return reference(schema).describedBy(Description.of(schema)).withNullable(Nullability.saysNullable(schema));
        }
        SupportedKeywords.check(schema);
        boolean nullable = Nullability.saysNullable(schema);
        boolean choice = RequiredChoices.isObjectWithChoice(schema);
        if (schema.has("allOf") && schema.get("allOf").elements().size() == 1 && !schema.has("properties") && !choice) {
            SupportedKeywords.checkBeside(schema, Set.of("allOf", "type", "nullable"));
            return read(schema.get("allOf").elements().get(0), className)
                    .describedBy(Description.of(schema))
                    .withNullable(nullable);
        }
        if (schema.has("allOf")) {
            return objects.merged(schema, className).withNullable(nullable);
        }
        if ((schema.has("oneOf") || schema.has("anyOf")) && !choice) {
            return unions.read(schema, className).withNullable(nullable);
        }
        List<String> types = types(schema);
        if (types.size() > 1 && choice) {
            throw new UnsupportedPartException(schema.get("type"), "several types beside a choice of required members");
        }
        if (types.size() > 1) {
            return unions.ofTypes(schema, types, className).withNullable(nullable);
        }
        String type = types.isEmpty() ? impliedType(schema) : types.get(0);
        return ofType(schema, type, className).withNullable(nullable);
    }

    /** Returns the type that a schema describes for values of one JSON type. */
    TypedValue ofType(Node schema, String jsonType, String suggestedName) {
        String className = Names.type(suggestedName);
        Type type = switch (jsonType) {
            case "any" -> new Type.Any();
            case "boolean" -> Scalar.BOOLEAN;
            case "integer" -> Scalar.INTEGER;
            case "number" -> Scalar.NUMBER;
            case "string" -> string(schema, className);
            case "array" -> new Type.ListOf(read(schema.get("items"), className + "Item"));
            case "object" -> objects.type(schema, className);
            default -> throw new UnsupportedPartException(schema.get("type"), "unknown type " + jsonType);
        };
        return new TypedValue(type, false, constraints(schema, jsonType), Description.of(schema));
    }

    /** Returns the constraints that apply to a JSON type, and adds a note for each keyword that is left out. */
    Constraints constraints(Node schema, String jsonType) {
        Constraints.unreachable(schema)
                .forEach(keyword -> notes.add(
                        keyword.pointer() + ": left out, as no value reaches " + keyword.json() + " in Java"));
        return Constraints.of(schema, jsonType);
    }

    private Type string(Node schema, String className) {
        if (schema.has("const")) {
            return enumeration(schema, List.of(schema.get("const")), className);
        }
        if (schema.has("enum")) {
            return enumeration(schema, schema.get("enum").elements(), className);
        }
        return Constraints.isDateTime(schema) ? Scalar.DATE_TIME : Scalar.STRING;
    }

    private Type enumeration(Node schema, List<Node> values, String className) {
        Map<String, String> pointers = new LinkedHashMap<>();
        for (Node value : values) {
            if (value.json().isTextual()) {
                pointers.putIfAbsent(value.json().asText(), value.pointer());
            } else if (!value.json().isNull()) {
                throw new UnsupportedPartException(value, "a string was expected: " + value.json());
            }
        }
        return define(
                schema,
                className,
                () -> new EnumClass(className, Description.of(schema), Constraints.of(schema, "string"), pointers));
    }

    /** Adds a class to those to generate. Its parts are read later, as schemas may be recursive. */
    Type define(Node schema, String className, Supplier<? extends GeneratedClass> generatedClass) {
        checkLength(schema, className);
        String other = classPointers.putIfAbsent(className, schema.pointer());
        if (other == null) {
            pending.add(() -> problems.collect(() -> generatedClasses.put(className, generatedClass.get())));
        } else if (!other.equals(schema.pointer())) {
            throw new UnsupportedPartException(
                    schema, "its class would be called " + className + ", as that of " + other);
        }
        return new Type.Named(className);
    }

    private static void checkLength(Node schema, String className) {
        checkLength(schema, className, "move the schema to " + COMPONENTS + " under a shorter name");
    }

    /** Rejects a union if a class for it would have a file with a longer name than file systems allow. */
    static void checkUnionLength(Node schema, String className) {
        checkFileName(schema, className, "move the schemas to " + COMPONENTS + " under shorter names");
    }

    /**
     * Rejects a class if its file, or that of a nested class, would have a longer name than file systems allow.
     *
     * @param remedy what to change in the document
     */
    static void checkLength(Node where, String className, String remedy) {
        checkFileName(where, className + NESTED, remedy);
    }

    private static void checkFileName(Node where, String className, String remedy) {
        int length = (className + ".class").length();
        if (length > MAX_FILE_NAME) {
            throw new UnsupportedPartException(
                    where,
                    "the file of a class would have a name of " + length + " characters, " + className.substring(0, 40)
                            + "…; expected at most " + MAX_FILE_NAME + "; " + remedy);
        }
    }

    boolean isEnum(Type type) {
        finish();
        return type instanceof Type.Named named && generatedClasses.get(named.className()) instanceof EnumClass;
    }

    boolean isObject(Type type) {
        finish();
        return type instanceof Type.Named named && generatedClasses.get(named.className()) instanceof ObjectClass;
    }

    boolean isNullable(Node schema) {
        return new Nullability(document).isNullable(schema);
    }

    Node resolve(Node node) {
        return document.resolve(node);
    }

    /** Returns the class name of a schema: its own if it is a component, otherwise the given one. */
    static String classNameOf(Node schema, String inline) {
        return schema.pointer().startsWith(COMPONENTS) && schema.pointer().indexOf('/', COMPONENTS.length()) < 0
                ? Names.type(schema.key())
                : inline;
    }

    /** Returns the types that {@code type} lists, other than {@code null}. */
    static List<String> types(Node schema) {
        List<String> types = new ArrayList<>();
        if (schema.get("type").json().isTextual()) {
            types.add(schema.text("type"));
        }
        types.addAll(schema.strings("type"));
        types.remove("null");
        return types;
    }

    /** Returns the type of a schema that has no {@code type}. */
    private static String impliedType(Node schema) {
        if (Nullability.isNull(schema)) {
            throw new UnsupportedPartException(schema, "only null is valid, which has no type in Java");
        }
        if (schema.has("properties") || schema.has("additionalProperties") || schema.has("required")) {
            return "object";
        }
        if (schema.has("items")) {
            return "array";
        }
        List<Node> values = new ArrayList<>(schema.get("enum").elements());
        values.add(schema.get("const"));
        if (schema.has("enum") || schema.has("const")) {
            return values.stream()
                            .filter(Node::exists)
                            .allMatch(v -> v.json().isTextual() || v.json().isNull())
                    ? "string"
                    : "any";
        }
        for (String jsonType : List.of("string", "number", "array", "object")) {
            if (!Constraints.of(schema, jsonType).isEmpty() || schema.has("format")) {
                throw new UnsupportedPartException(schema, "a type is missing, " + jsonType + " perhaps");
            }
        }
        return "any";
    }

    private TypedValue reference(Node schema) {
        SupportedKeywords.checkBeside(schema, Set.of("$ref", "nullable"));
        Node target = document.resolve(schema);
        if (!target.pointer().startsWith(COMPONENTS)) {
            throw new UnsupportedPartException(
                    schema.get("$ref"), "a reference to " + target.pointer() + "; expected one under " + COMPONENTS);
        }
        return component(target);
    }

    private TypedValue component(Node schema) {
        TypedValue known = components.get(schema.pointer());
        if (known != null) {
            return known;
        }
        if (!reading.add(schema.pointer())) {
            throw new UnsupportedPartException(schema, "a schema that refers to nothing but itself");
        }
        try {
            TypedValue value = read(schema, Names.type(schema.key()));
            components.put(schema.pointer(), value);
            return value;
        } finally {
            reading.remove(schema.pointer());
        }
    }

    private void finish() {
        while (!pending.isEmpty()) {
            pending.remove().run();
        }
    }
}
