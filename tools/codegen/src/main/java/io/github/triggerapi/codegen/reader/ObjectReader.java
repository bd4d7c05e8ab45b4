package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Use;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.reader.MergeReader.ObjectParts;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads schemas of objects. */
final class ObjectReader {

    private final SchemaReader schemas;

    ObjectReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /** Returns the type of an object: a class if its members are listed, otherwise a map or any object. */
    Type type(Node schema, String className) {
        if (!schema.get("properties").members().isEmpty()) {
            return define(schema, new ObjectParts(List.of(schema), List.of(), List.of()), className);
        }
        if (!schema.get("required").elements().isEmpty()) {
            schemas.describe(schema, schema.get("required"));
        }
        TypedValue values = additional(List.of(schema), className);
        return values.type() instanceof Type.Any ? new Type.AnyObject() : new Type.MapOf(values);
    }

    /** Returns a class with the members of all parts. */
    TypedValue merged(Node schema, ObjectParts parts, String className) {
        return new TypedValue(
                define(schema, parts, className),
                false,
                schemas.constraints(schema, "object"),
                schemas.describe(schema, parts.raw().toArray(Node[]::new)));
    }

    private Type define(Node schema, ObjectParts parts, String className) {
        return schemas.define(schema, className, ObjectClass.class, name -> generatedClass(schema, name, parts));
    }

    private ObjectClass generatedClass(Node schema, String className, ObjectParts parts) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Node part : parts.all()) {
            for (Node property : part.get("properties").members()) {
                members.computeIfAbsent(property.key(), name -> member(schema, parts, name, className));
            }
        }
        for (Node part : parts.required()) {
            RequiredChoices.names(part).forEach(name -> addUnlisted(name, members));
            for (Node name : part.get("required").elements()) {
                addUnlisted(name, members);
                members.computeIfPresent(name.json().asText(), (key, member) -> member.asRequired());
            }
        }
        List<Node> raw = new ArrayList<>(parts.raw());
        List<Choice> choices = RequiredChoices.of(parts.required(), raw);
        return new ObjectClass(
                className,
                schemas.describe(schema, raw.toArray(Node[]::new)),
                Constraints.of(schema, "object"),
                List.copyOf(members.values()),
                choices,
                additional(parts.required(), className),
                parts.required().stream().anyMatch(Constraints::isClosed));
    }

    /** Adds a member that is required but not listed. */
    private void addUnlisted(Node name, Map<String, Member> members) {
        members.computeIfAbsent(name.json().asText(), key -> {
            Node nothing = new Node(name.pointer(), MissingNode.getInstance());
            TypedValue any = new TypedValue(new Type.Any(), Description.of(nothing));
            String reason = "any JSON, as the member " + key + " is required but not listed";
            return new Member(key, schemas.noted(any, name, reason), false, name.pointer());
        });
    }

    // -- members -----------------------------------------------------------------------------------------------------

    /**
     * A listed property.
     *
     * @param className the name of its class, if it needs one
     */
    private record Property(Node schema, String className) {}

    private Member member(Node object, ObjectParts parts, String name, String className) {
        List<Property> required = properties(parts.required(), name, className);
        List<Property> alternatives = properties(parts.alternatives(), name, className);
        TypedValue value = required.isEmpty() ? anyOf(object, alternatives) : allOf(required);
        Node first = (required.isEmpty() ? alternatives : required).get(0).schema();
        return new Member(name, value, false, use(first), first.pointer());
    }

    private Use use(Node property) {
        Node target = schemas.resolve(property);
        boolean readOnly = property.flag("readOnly") || target.flag("readOnly");
        boolean writeOnly = property.flag("writeOnly") || target.flag("writeOnly");
        return readOnly == writeOnly ? Use.ALL : readOnly ? Use.RESPONSES : Use.REQUESTS;
    }

    /** Returns the schemas of a property, without those that differ from another one in prose only. */
    private static List<Property> properties(List<Node> parts, String name, String className) {
        Map<JsonNode, Property> distinct = new LinkedHashMap<>();
        for (Node part : parts) {
            Node property = part.get("properties").get(name);
            if (property.exists()) {
                String owner = SchemaReader.classNameOf(part, className);
                distinct.putIfAbsent(withoutProse(property.json()), new Property(property, owner + Names.pascal(name)));
            }
        }
        return List.copyOf(distinct.values());
    }

    private static JsonNode withoutProse(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            object.fieldNames().forEachRemaining(keyword -> {
                if (SchemaKeyword.isProse(keyword)) {
                    copy.remove(keyword);
                }
            });
            return copy;
        }
        return schema;
    }

    private TypedValue allOf(List<Property> properties) {
        Property last = properties.get(properties.size() - 1);
        return properties.size() == 1
                ? schemas.read(last.schema(), last.className())
                : schemas.merge(
                        last.schema(), properties.stream().map(Property::schema).toList(), last.className());
    }

    private TypedValue anyOf(Node object, List<Property> properties) {
        List<TypedValue> values = properties.stream()
                .map(property -> schemas.read(property.schema(), property.className()))
                .toList();
        TypedValue first = values.get(0);
        if (values.stream().allMatch(value -> value.type().equals(first.type()))) {
            return first.withNullable(values.stream().anyMatch(TypedValue::nullable));
        }
        boolean strings =
                values.stream().allMatch(value -> value.type() == Scalar.STRING || schemas.isEnum(value.type()));
        Description description = first.description();
        TypedValue value = new TypedValue(strings ? Scalar.STRING : new Type.Any(), description)
                .withNullable(strings && values.stream().anyMatch(TypedValue::nullable));
        return schemas.noted(
                value,
                properties.get(0).schema(),
                (strings ? "any string" : "any JSON")
                        + ", as the alternatives of its object have different types for it");
    }

    /** Returns the type of members that are not listed. */
    private TypedValue additional(List<Node> parts, String className) {
        TypedValue any =
                new TypedValue(new Type.Any(), Description.of(parts.get(0).get("additionalProperties")));
        if (parts.stream().anyMatch(part -> part.has("patternProperties"))) {
            return any;
        }
        return parts.stream()
                .filter(part -> part.get("additionalProperties").json().isObject())
                .map(part -> schemas.content(
                        part.get("additionalProperties"), SchemaReader.classNameOf(part, className) + "Value"))
                .filter(value -> !(value.type() instanceof Type.Any))
                .reduce((one, other) -> other)
                .orElse(any);
    }
}
