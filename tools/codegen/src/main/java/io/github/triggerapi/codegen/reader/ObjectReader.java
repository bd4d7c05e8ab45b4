package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads schemas of objects. */
final class ObjectReader {

    private final SchemaReader schemas;

    ObjectReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /** Returns the type of an object: a class if its members are listed, otherwise a map or any object. */
    Type type(Node schema, String className) {
        if (schema.get("properties").members().isEmpty()) {
            if (!schema.get("required").elements().isEmpty()) {
                throw new UnsupportedPartException(
                        schema.get("required"), "names a member that properties does not list");
            }
            Node additional = schema.get("additionalProperties");
            TypedValue values = extra(additional, className);
            return values.type() instanceof Type.Any ? new Type.AnyObject() : new Type.MapOf(values);
        }
        return schemas.define(schema, className, () -> generatedClass(schema, className, List.of(schema)));
    }

    /** Returns a class with the members of all schemas of an {@code allOf} and of the schema itself. */
    TypedValue merged(Node schema, String className) {
        return new TypedValue(
                schemas.define(
                        schema, className, () -> generatedClass(schema, className, parts(schema, schema, Set.of()))),
                false,
                schemas.constraints(schema, "object"),
                Description.of(schema));
    }

    /** Returns the schemas whose members an object has: the parts of an {@code allOf}, nested ones included. */
    private List<Node> parts(Node schema, Node whole, Set<Node> within) {
        if (schema.has("$ref")) {
            SupportedKeywords.checkBeside(schema, Set.of("$ref", "nullable"));
        }
        Node target = schemas.resolve(schema);
        if (within.contains(target)) {
            throw new UnsupportedPartException(schema, "an allOf that is a part of itself");
        }
        Set<Node> outer = new LinkedHashSet<>(within);
        outer.add(target);
        List<Node> parts = new ArrayList<>();
        for (Node part : target.get("allOf").elements()) {
            parts.addAll(parts(part, whole, outer));
        }
        List<String> types = SchemaReader.types(target);
        if (RequiredChoices.hasUnion(target) || !(types.isEmpty() || types.equals(List.of("object")))) {
            throw new UnsupportedPartException(schema, "a part of allOf that is not a plain object");
        }
        for (SchemaKeyword bound : SchemaKeyword.boundsOf("object")) {
            String keyword = bound.keyword();
            if (target.has(keyword) && !target.equals(whole)) {
                throw new UnsupportedPartException(
                        target.get(keyword), keyword + " in a part of allOf is not supported");
            }
        }
        if (target.has("properties")
                || target.has("required")
                || target.has("additionalProperties")
                || RequiredChoices.hasChoice(target)) {
            parts.add(target);
        }
        return parts;
    }

    private ObjectClass generatedClass(Node schema, String className, List<Node> parts) {
        Map<String, Member> members = new LinkedHashMap<>();
        Map<String, Node> sources = new LinkedHashMap<>();
        Set<Node> required = new LinkedHashSet<>();
        TypedValue additional = new TypedValue(new Type.Any(), Description.of(schema));
        boolean closed = false;
        for (Node part : parts) {
            SupportedKeywords.check(part);
            String owner = SchemaReader.classNameOf(part, className);
            for (Node property : part.get("properties").members()) {
                Node other = sources.putIfAbsent(property.key(), property);
                if (other != null && !other.json().equals(property.json())) {
                    throw new UnsupportedPartException(property, "differs from " + other.pointer());
                }
                TypedValue value = schemas.read(property, owner + Names.pascal(property.key()));
                members.putIfAbsent(property.key(), new Member(property.key(), value, false, property.pointer()));
            }
            required.addAll(part.get("required").elements());
            TypedValue extra = extra(part.get("additionalProperties"), owner);
            additional = extra.type() instanceof Type.Any ? additional : extra;
            closed |= Constraints.isClosed(part);
        }
        for (Node name : required) {
            Member member = members.get(name.json().asText());
            if (member == null) {
                throw new UnsupportedPartException(name, "names a member that properties does not list");
            }
            members.put(member.jsonName(), member.asRequired());
        }
        return new ObjectClass(
                className,
                Description.of(schema),
                Constraints.of(schema, "object"),
                List.copyOf(members.values()),
                RequiredChoices.of(parts, members),
                additional,
                closed);
    }

    /** Returns the type of members that are not listed. */
    private TypedValue extra(Node additional, String className) {
        return additional.json().isObject()
                ? schemas.read(additional, className + "Value")
                : new TypedValue(new Type.Any(), Description.of(additional));
    }
}
