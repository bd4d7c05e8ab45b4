package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads values that several schemas describe together: those of an {@code allOf}, or of a property that is listed twice. */
final class MergeReader {

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");

    private final SchemaReader schemas;
    private final ObjectReader objects;

    MergeReader(SchemaReader schemas, ObjectReader objects) {
        this.schemas = schemas;
        this.objects = objects;
    }

    /** Returns whether other schemas add to a schema: those of an {@code allOf}, or alternatives beside its members. */
    boolean isMerged(Node schema) {
        return schema.has("allOf")
                || RequiredChoices.hasUnion(schema)
                        && !schema.get("properties").members().isEmpty();
    }

    /** Returns the type of the values that are valid for a schema and for all parts of its {@code allOf}. */
    TypedValue read(Node schema, String className) {
        List<Node> parts = schema.get("allOf").elements().stream()
                .filter(RawKeywords::restricts)
                .toList();
        Node rest = without(schema, "allOf");
        if (parts.size() == 1
                && !RawKeywords.restricts(without(rest, "type"))
                && !schemas.isSubtype(schema, parts.get(0))) {
            return schemas.read(parts.get(0), className).describedBy(Description.of(schema));
        }
        return merge(schema, Stream.concat(parts.stream(), Stream.of(rest)).toList(), className);
    }

    private static Node without(Node schema, String keyword) {
        ObjectNode rest = ((ObjectNode) schema.json()).deepCopy();
        rest.remove(keyword);
        return new Node(schema.pointer(), rest);
    }

    /**
     * Returns the type of the values that are valid for all parts.
     *
     * @param schema where the value is described
     */
    TypedValue merge(Node schema, List<Node> parts, String className) {
        Set<String> types = new LinkedHashSet<>();
        parts.forEach(part -> types.addAll(types(part, new HashSet<>())));
        if (types.equals(Set.of("object"))) {
            return objects.merged(schema, objectParts(schema, parts), className);
        }
        return parts.stream()
                .filter(RawKeywords::restricts)
                .map(part -> schemas.read(part, className))
                .reduce((one, other) -> narrower(schema, one, other))
                .map(value -> value.describedBy(schemas.describe(schema)))
                .orElseGet(() -> new TypedValue(new Type.Any(), schemas.describe(schema)));
    }

    /** Returns the JSON types that a schema allows, other than null; empty if it does not say. */
    private Set<String> types(Node schema, Set<String> seen) {
        Node target = schemas.resolve(schema);
        if (!seen.add(target.pointer() + target.json().size())) {
            return Set.of();
        }
        Set<String> types = new LinkedHashSet<>(JsonTypes.listed(target));
        if (types.isEmpty() && JsonTypes.impliesObject(target)) {
            types.add("object");
        }
        if (types.isEmpty() && target.has("items")) {
            types.add("array");
        }
        if (!types.isEmpty()) {
            return types;
        }
        Stream.of("allOf", "oneOf", "anyOf")
                .flatMap(keyword -> target.get(keyword).elements().stream())
                .forEach(part -> types.addAll(types(part, seen)));
        types.addAll(JsonTypes.ofValues(target));
        return types;
    }

    /** Returns the value whose type allows less. If none does, that is the second. */
    private TypedValue narrower(Node where, TypedValue one, TypedValue other) {
        if (contains(one.type(), other.type())) {
            return new TypedValue(
                    other.type(),
                    one.nullable() && other.nullable(),
                    other.constraints(),
                    one.describedBy(other.description()).description());
        }
        if (contains(other.type(), one.type())) {
            return one.describedBy(other.description());
        }
        throw new UnsupportedPartException(where, "the schemas that describe it have different types");
    }

    /** Returns whether a type allows all values that another one does. */
    private boolean contains(Type wide, Type narrow) {
        if (wide.equals(narrow) || wide instanceof Type.Any) {
            return true;
        }
        if (wide instanceof Type.AnyObject || wide instanceof Type.MapOf) {
            return schemas.isObject(narrow) || narrow instanceof Type.MapOf || narrow instanceof Type.AnyObject;
        }
        if (wide == Scalar.STRING || schemas.isEnum(wide)) {
            return schemas.isEnum(narrow) || wide == Scalar.STRING && narrow == Scalar.DATE_TIME;
        }
        if (wide instanceof Type.ListOf list && narrow instanceof Type.ListOf other) {
            return contains(list.items().type(), other.items().type());
        }
        return wide == Scalar.NUMBER && narrow == Scalar.INTEGER;
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    /**
     * The schemas of which an object has the members.
     *
     * @param required those that all objects match
     * @param alternatives those that an object may match
     * @param raw keywords that generated code does not express
     */
    record ObjectParts(List<Node> required, List<Node> alternatives, List<Node> raw) {

        List<Node> all() {
            return Stream.concat(required.stream(), alternatives.stream()).toList();
        }
    }

    /**
     * Returns the schemas whose members an object has: nested parts and alternatives included.
     *
     * @param whole where the object is described
     */
    ObjectParts objectParts(Node whole, List<Node> listed) {
        ObjectParts parts = new ObjectParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        listed.forEach(schema -> collect(schema, whole, false, Set.of(), parts));
        return parts;
    }

    private void collect(Node schema, Node whole, boolean alternative, Set<String> within, ObjectParts parts) {
        Node target = schemas.resolve(schema);
        if (schema.has("$ref")) {
            parts.raw().addAll(RawKeywords.besideReference(schema));
            if (within.contains(target.pointer()) || target.pointer().equals(whole.pointer())) {
                if (alternative) {
                    return;
                }
                throw new InvalidPartException(schema, "it is a part of itself; expected parts that do not refer back");
            }
        }
        Set<String> outer = new HashSet<>(within);
        if (!target.pointer().equals(whole.pointer())) {
            outer.add(target.pointer());
            SchemaKeyword.boundsOf("object").stream()
                    .map(bound -> target.get(bound.keyword()))
                    .filter(Node::exists)
                    .forEach(parts.raw()::add);
        }
        for (Node part : target.get("allOf").elements()) {
            collect(part, whole, alternative, outer, parts);
        }
        if (JsonTypes.impliesObject(target) || RequiredChoices.hasChoice(target)) {
            (alternative ? parts.alternatives() : parts.required()).add(target);
        }
        for (String union : UNIONS) {
            if (target.has(union) && !RequiredChoices.isChoice(target, union)) {
                parts.raw().add(target.get(union));
                target.get(union).elements().stream()
                        .filter(branch -> !Nullability.isNull(branch))
                        .forEach(branch -> collect(branch, whole, true, outer, parts));
            }
        }
    }
}
