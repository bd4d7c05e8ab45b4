package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Converts schemas to types, and collects the classes to generate for them.
 *
 * <p>A schema that has no counterpart in Java becomes any JSON, and a note says why.
 */
final class SchemaReader {

    private static final String COMPONENTS = "#/components/schemas/";

    private final Document document;
    private final Problems problems;
    private final Notes notes;
    private final ObjectReader objects = new ObjectReader(this);
    private final UnionReader unions = new UnionReader(this);
    private final MergeReader merges = new MergeReader(this, objects);

    private final Subtypes subtypes;
    private final ClassNames classNames;
    private final Map<String, TypedValue> targets = new HashMap<>();
    private final Set<String> reading = new HashSet<>();
    private final Map<String, GeneratedClass> generatedClasses = new LinkedHashMap<>();

    /** The JSON pointers of the schemas of classes by their names. */
    private final Map<String, String> places = new HashMap<>();

    private final Map<String, Class<?>> kinds = new HashMap<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();

    SchemaReader(Document document, Problems problems, Notes notes, ClassNames classNames) {
        this.document = document;
        this.subtypes = new Subtypes(document);
        this.problems = problems;
        this.notes = notes;
        this.classNames = classNames;
    }

    /** Reads all named schemas, before inline schemas can take the names of their classes. */
    void readComponents() {
        List<Node> schemas = document.root().get("components").get("schemas").members();
        schemas.forEach(schema -> classNames.of(schema.pointer(), Names.type(schema.key())));
        schemas.forEach(schema -> problems.collect(() -> referredTo(schema)));
        finish();
    }

    /** Returns the classes found so far. */
    List<GeneratedClass> generatedClasses() {
        finish();
        return List.copyOf(generatedClasses.values());
    }

    /**
     * Returns the type of a schema.
     *
     * @param suggestedName the name of its class, if it needs one and the name is free
     */
    TypedValue read(Node schema, String suggestedName) {
        return orAny(schema, () -> typed(schema, Names.type(suggestedName)));
    }

    /** Returns the type that a supplier finds, or any JSON if there is none. */
    private TypedValue orAny(Node schema, Supplier<TypedValue> type) {
        return problems.collect(any(schema), () -> {
            try {
                return type.get();
            } catch (UnsupportedPartException e) {
                return noted(any(schema), schema, "any JSON, as " + e.reason());
            }
        });
    }

    private TypedValue typed(Node schema, String className) {
        JsonNode json = schema.json();
        if (json.isMissingNode() || (json.isBoolean() && json.asBoolean())) {
            return any(schema);
        }
        if (!json.isObject()) {
            throw new UnsupportedPartException(
                    schema, json.isBoolean() ? "no value is valid" : "it is not a schema: " + json);
        }
        boolean nullable = Nullability.saysNullable(schema);
        if (schema.has("$ref")) {
            return reference(schema);
        }
        List<Node> added = subtypes.of(schema);
        if (!added.isEmpty()) {
            return unions.ofSubtypes(schema, added, className).withNullable(nullable);
        }
        if (merges.isMerged(schema)) {
            return merges.read(schema, className).withNullable(nullable);
        }
        if (unions.isUnion(schema)) {
            return unions.read(schema, className).withNullable(nullable);
        }
        List<String> types = JsonTypes.listed(schema);
        JsonTypes.valuesOfOtherTypes(schema, types)
                .forEach(value -> problems.collect(() -> {
                    throw new InvalidPartException(value, JsonTypes.reason(value, types));
                }));
        if (types.size() > 1) {
            return unions.ofTypes(schema, types, className).withNullable(nullable);
        }
        String type = types.isEmpty() ? JsonTypes.implied(schema) : types.get(0);
        return ofType(schema, type, className).withNullable(nullable);
    }

    /** Returns the type of the values that are valid for several schemas, of which the first one describes them. */
    TypedValue merge(Node schema, List<Node> parts, String suggestedName) {
        return orAny(schema, () -> merges.merge(schema, parts, Names.type(suggestedName)));
    }

    /** Returns whether a schema adds to the one that a part of it refers to, which stands for both. */
    boolean isSubtype(Node schema, Node part) {
        return isComponent(schema)
                && part.has("$ref")
                && !subtypes.of(document.resolve(part)).isEmpty();
    }

    private static TypedValue any(Node schema) {
        return new TypedValue(new Type.Any(), Description.of(schema));
    }

    /** Returns the type that a schema describes for values of one JSON type. */
    TypedValue ofType(Node schema, String jsonType, String suggestedName) {
        String className = Names.type(suggestedName);
        Type type = switch (jsonType) {
            case "any" -> new Type.Any();
            case "boolean" -> Scalar.BOOLEAN;
            // A long has no room for it.
            case "integer" -> schema.text("format").equals("uint64") ? Scalar.NUMBER : Scalar.INTEGER;
            case "number" -> Scalar.NUMBER;
            case "string" -> string(schema, className);
            case "array" -> new Type.ListOf(items(schema, className + "Item"));
            case "object" -> objects.type(schema, className);
            default ->
                throw new InvalidPartException(
                        schema.get("type"),
                        "unknown type " + jsonType
                                + "; expected string, number, integer, boolean, array, object or null");
        };
        boolean object = type instanceof Type.Named && jsonType.equals("object");
        Node[] choices = Stream.of(schema.get("oneOf"), schema.get("anyOf"))
                .filter(choice -> choice.exists() && !object)
                .toArray(Node[]::new);
        return new TypedValue(type, false, constraints(schema, jsonType), describe(schema, choices));
    }

    /** Returns the type of the elements of an array, which is any if some have schemas of their own. */
    private TypedValue items(Node array, String suggestedName) {
        return array.has("prefixItems")
                ? new TypedValue(new Type.Any(), Description.of(array.get("items")))
                : content(array.get("items"), suggestedName);
    }

    /** Returns the type of the items of an array or of the values of a map. */
    TypedValue content(Node schema, String suggestedName) {
        TypedValue value = read(schema, suggestedName);
        boolean nestedDateTimes = value.type() instanceof Type.ListOf list
                        && list.items().type() == Scalar.DATE_TIME
                || value.type() instanceof Type.MapOf map && map.values().type() == Scalar.DATE_TIME;
        if (!nestedDateTimes) {
            return value;
        }
        // Jackson has converters for one level.
        Function<TypedValue, TypedValue> string = dateTime -> dateTime.withType(Scalar.STRING);
        Type type = value.type() instanceof Type.ListOf list
                ? new Type.ListOf(string.apply(list.items()))
                : new Type.MapOf(string.apply(((Type.MapOf) value.type()).values()));
        return noted(value.withType(type), schema, "its dates and times are strings, as they are in a list of lists");
    }

    /** Returns the description of a schema, and adds a note for each keyword that generated code does not express. */
    Description describe(Node schema, Node... alsoNotExpressed) {
        List<Node> keywords = Stream.concat(RawKeywords.of(schema).stream(), Arrays.stream(alsoNotExpressed))
                .toList();
        keywords.forEach(keyword -> notes.add(keyword, RawKeywords.reason(keyword)));
        return Description.of(schema)
                .withNotes(keywords.stream().map(RawKeywords::reason).toList());
    }

    /** Adds a note and returns a value that has it. */
    TypedValue noted(TypedValue value, Node where, String reason) {
        notes.add(where, reason);
        return value.withNotes(List.of(reason));
    }

    /** Returns the constraints that apply to a JSON type, and adds a note for each keyword that is left out. */
    Constraints constraints(Node schema, String jsonType) {
        Constraints.unreachable(schema)
                .forEach(keyword -> notes.add(keyword, "left out, as no value reaches " + keyword.json() + " in Java"));
        return Constraints.of(schema, jsonType);
    }

    private Type string(Node schema, String className) {
        Map<String, String> pointers = new LinkedHashMap<>();
        Stream.concat(schema.get("enum").elements().stream(), Stream.of(schema.get("const")))
                .filter(value -> value.json().isTextual())
                .forEach(value -> pointers.putIfAbsent(value.json().asText(), value.pointer()));
        if (!pointers.isEmpty()) {
            return define(
                    schema,
                    className,
                    EnumClass.class,
                    name -> new EnumClass(name, describe(schema), Constraints.of(schema, "string"), pointers));
        }
        return Constraints.isDateTime(schema) ? Scalar.DATE_TIME : Scalar.STRING;
    }

    /**
     * Adds a class to those to generate. Its parts are read later, as schemas may be recursive.
     *
     * @param create creates the class with a name
     */
    <T extends GeneratedClass> Type define(
            Node schema, String suggestedName, Class<T> kind, Function<String, T> create) {
        String className = classNames.of(schema.pointer(), suggestedName);
        if (kinds.putIfAbsent(className, kind) == null) {
            places.put(className, schema.pointer());
            pending.add(() -> problems.collect(() -> generatedClasses.put(className, create.apply(className))));
        }
        return new Type.Named(className);
    }

    /** Returns the name of a class that is not generated from a schema alone. */
    String className(Node where, String suggestedName) {
        return classNames.of(where.pointer(), Names.type(suggestedName));
    }

    /** Removes the classes of the schemas in a part of the document, which has no type, unless others may use them. */
    void forget(Node part) {
        String start = part.pointer() + "/";
        boolean used = part.pointer().startsWith("#/components/schemas/")
                || document.root().json().findValuesAsText("$ref").stream()
                        .map(Document::percentDecoded)
                        .anyMatch(reference -> (reference + "/").startsWith(start));
        if (!used) {
            finish();
            generatedClasses.keySet().removeIf(name -> (places.getOrDefault(name, "") + "/").startsWith(start));
        }
    }

    boolean isEnum(Type type) {
        return type instanceof Type.Named named && kinds.get(named.className()) == EnumClass.class;
    }

    boolean isObject(Type type) {
        return type instanceof Type.Named named && kinds.get(named.className()) == ObjectClass.class;
    }

    /** Returns whether a type is a union with a variant that matches a predicate. */
    boolean isUnionWith(Type type, Predicate<Type> variants) {
        finish();
        return type instanceof Type.Named named
                && generatedClasses.get(named.className()) instanceof UnionClass union
                && union.variants().stream()
                        .anyMatch(variant -> variants.test(variant.value().type()));
    }

    boolean isNullable(Node schema) {
        return new Nullability(document).isNullable(schema);
    }

    Node resolve(Node node) {
        return document.resolve(node);
    }

    /** Returns the class name of a schema: its own if it is a component, otherwise the given one. */
    static String classNameOf(Node schema, String inline) {
        return isComponent(schema) ? Names.type(schema.key()) : inline;
    }

    static boolean isComponent(Node schema) {
        return schema.pointer().startsWith(COMPONENTS) && schema.pointer().indexOf('/', COMPONENTS.length()) < 0;
    }

    private TypedValue reference(Node schema) {
        Node target = document.resolve(schema);
        if (reading.contains(target.pointer())) {
            throw new UnsupportedPartException(schema, "its value contains itself without an object in between");
        }
        TypedValue value = referredTo(target);
        Node[] beside = RawKeywords.besideReference(schema).stream()
                .filter(keyword -> !(keyword.key().equals("type")
                        && JsonTypes.listed(schema).equals(JsonTypes.listed(target))))
                .toArray(Node[]::new);
        return value.describedBy(describe(schema, beside))
                .withNullable(schema.json().path("nullable").asBoolean());
    }

    /** Returns the name of the class for a schema that is not a component, from the names on the way to it. */
    private static String nameOfPlace(Node schema) {
        StringBuilder name = new StringBuilder();
        for (String token : schema.pointer().substring(2).split("/")) {
            String word = JsonPointers.unescape(token);
            boolean structure = Set.of("components", "schemas", "properties", "$defs", "paths")
                    .contains(word);
            name.append(structure ? "" : word.equals("items") ? "Item" : Names.pascal(word));
        }
        return name.toString();
    }

    /** Returns the type of a schema that has a name, which is read once. */
    TypedValue referredTo(Node schema) {
        TypedValue known = targets.get(schema.pointer());
        if (known != null) {
            return known;
        }
        reading.add(schema.pointer());
        TypedValue value = read(schema, isComponent(schema) ? Names.type(schema.key()) : nameOfPlace(schema));
        reading.remove(schema.pointer());
        targets.put(schema.pointer(), value);
        return value;
    }

    private void finish() {
        while (!pending.isEmpty()) {
            pending.remove().run();
        }
    }
}
