package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass.Tag;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Variant;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads schemas with several alternatives. */
final class UnionReader {

    private final SchemaReader schemas;

    UnionReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /**
     * Returns whether a schema is a union. That it has a type of scalars is enough to know its type, unless the
     * alternatives have types of their own.
     */
    boolean isUnion(Node schema) {
        if (!RequiredChoices.hasUnion(schema)) {
            return false;
        }
        List<String> types = JsonTypes.listed(schema);
        boolean scalar = types.size() == 1 && !types.contains("object") && !types.contains("array");
        return !scalar
                || Stream.of("oneOf", "anyOf")
                        .flatMap(keyword -> schema.get(keyword).elements().stream())
                        .anyMatch(branch -> Stream.of("$ref", "type", "enum", "const", "allOf", "oneOf", "anyOf")
                                .anyMatch(branch::has));
    }

    /** Reads a schema whose {@code type} lists several. Each keyword belongs to the type that it applies to. */
    TypedValue ofTypes(Node schema, List<String> types, String className) {
        return union(schema, className, name -> {
            List<Variant> variants = new ArrayList<>();
            for (String type : types) {
                TypedValue value = schemas.ofType(schema, type, name + Names.pascal(type));
                variants.add(new Variant(variantName(value, name), value, Optional.empty(), schema.pointer()));
            }
            return variants;
        });
    }

    /** Reads a schema with {@code oneOf} or {@code anyOf}. */
    TypedValue read(Node schema, String className) {
        String keyword = RequiredChoices.isUnion(schema, "oneOf") ? "oneOf" : "anyOf";
        Node[] beside = RawKeywords.beside(schema, Set.of(keyword, "discriminator", "nullable", "type"))
                .toArray(Node[]::new);
        List<Node> branches = schema.get(keyword).elements();
        List<Node> values =
                branches.stream().filter(b -> !Nullability.isNull(b)).toList();
        boolean nullable = values.size() < branches.size();
        if (values.isEmpty()) {
            throw new UnsupportedPartException(schema.get(keyword), "no value but null is valid");
        }
        if (values.size() == 1) {
            return schemas.read(values.get(0), className)
                    .describedBy(schemas.describe(schema, beside))
                    .withNullable(nullable);
        }
        return union(schema, className, name -> variants(schema, values, name), beside)
                .withNullable(nullable || values.stream().anyMatch(schemas::isNullable));
    }

    /**
     * Reads a schema with a discriminator to which others add with {@code allOf}. An object of a kind that none of them has
     * is any object.
     */
    TypedValue ofSubtypes(Node schema, List<Node> subtypes, String className) {
        return union(schema, className, name -> {
            List<Variant> variants = new ArrayList<>();
            for (Node subtype : subtypes) {
                TypedValue value = schemas.referredTo(subtype);
                Optional<Tag> tag = Optional.of(tag(schema.get("discriminator"), subtype.pointer()));
                variants.add(new Variant(variantName(value, name), value, tag, subtype.pointer()));
            }
            TypedValue other = new TypedValue(new Type.AnyObject(), Description.of(schema));
            variants.add(new Variant("Object", other, Optional.empty(), schema.pointer()));
            return variants;
        });
    }

    private TypedValue union(
            Node schema, String className, Function<String, List<Variant>> variants, Node... notExpressed) {
        Description description = schemas.describe(schema, notExpressed);
        Type type = schemas.define(
                schema,
                ClassNames.union(className),
                UnionClass.class,
                name -> new UnionClass(name, description, distinct(name, variants.apply(name))));
        return new TypedValue(type, false, Constraints.NONE, description);
    }

    private List<Variant> variants(Node schema, List<Node> branches, String className) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            Node branch = branches.get(i);
            TypedValue value = schemas.read(branch, className + inlineName(branch, i));
            variants.add(new Variant(variantName(value, className), value, tag(schema, branch), branch.pointer()));
        }
        return variants;
    }

    /** Returns the suffix of an inline variant's class name: its title, a constant member, or its position. */
    private String inlineName(Node branch, int position) {
        if (!branch.text("title").isBlank()) {
            return Names.pascal(branch.text("title"));
        }
        for (Node property : branch.get("properties").members()) {
            List<Node> values = property.get("enum").elements();
            String constant = values.size() == 1 ? values.get(0).json().asText() : property.text("const");
            if (!constant.isBlank()) {
                return Names.pascal(constant);
            }
        }
        return switch (String.join("", JsonTypes.listed(branch))) {
            case "string" -> "Enum";
            case "array" -> "Array";
            default -> "Option" + (position + 1);
        };
    }

    private static String variantName(TypedValue value, String className) {
        if (value.type() instanceof Type.Scalar scalar) {
            return Names.pascal(scalar.name().toLowerCase(Locale.ROOT));
        }
        if (value.type() instanceof Type.Named named) {
            String name = named.className();
            String rest = name.startsWith(className) ? name.substring(className.length()) : "";
            // The client adds a variant with the name Unknown.
            boolean usable = !rest.isEmpty() && !rest.equals("Unknown") && Character.isLetter(rest.charAt(0));
            return usable ? rest : name;
        }
        if (value.type() instanceof Type.ListOf) {
            return "Array";
        }
        return value.type() instanceof Type.Any ? "Any" : "Object";
    }

    private Optional<Tag> tag(Node schema, Node branch) {
        Node discriminator = schema.get("discriminator");
        if (!discriminator.exists() || !branch.has("$ref")) {
            return Optional.empty();
        }
        return Optional.of(tag(discriminator, branch.text("$ref")));
    }

    /** Returns the values of a discriminator that stand for a schema: those that are mapped to it, or its name. */
    private static Tag tag(Node discriminator, String reference) {
        String name = JsonPointers.lastName(reference);
        List<String> values = discriminator.get("mapping").members().stream()
                .filter(m ->
                        m.json().asText().equals(reference) || m.json().asText().equals(name))
                .map(Node::key)
                .toList();
        return new Tag(discriminator.text("propertyName"), values.isEmpty() ? List.of(name) : values);
    }

    /** Removes variants of the same type, and numbers those of the same name. */
    private static List<Variant> distinct(String className, List<Variant> variants) {
        Map<String, Variant> distinct = new LinkedHashMap<>();
        for (Variant variant : variants) {
            Variant same = distinct.get(variant.name());
            if (same != null && same.value().type().equals(variant.value().type())) {
                continue;
            }
            String start = ClassNames.variant(className, variant.name());
            String name = start;
            for (int number = 2; distinct.containsKey(name); number++) {
                name = start + number;
            }
            distinct.put(name, new Variant(name, variant.value(), variant.tag(), variant.pointer()));
        }
        return List.copyOf(distinct.values());
    }
}
