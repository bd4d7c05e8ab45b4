package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.ObjectPart;
import io.github.triggerapi.contract.code.SchemaKinds.Property;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the members of an object with those of its class. */
final class ObjectCheck {

    private final SchemaCheck schemas;
    private final SchemaKinds kinds;
    private final GeneratedArtifact artifact;
    private final Findings findings;

    ObjectCheck(SchemaCheck schemas, SchemaKinds kinds) {
        this.schemas = schemas;
        this.kinds = kinds;
        this.findings = schemas.findings();
        this.artifact = findings.artifact();
    }

    void compare(Schema<?> schema, Class<?> type, Location location) {
        List<ObjectPart> parts = kinds.parts(schema);
        Map<String, Property> properties = SchemaKinds.properties(parts);
        Map<String, JavaMember> members = artifact.members(type);
        for (String name : SchemaCheck.union(properties.keySet(), members.keySet())) {
            Property property = properties.get(name);
            if (property == null) {
                findings.add(
                        new Location(location.label() + "/" + name, keywords(parts, "properties")),
                        type.getSimpleName() + " has the member " + name + ", but the document does not");
                continue;
            }
            Location member = location.part("/" + name, schemas.at(property.references()))
                    .through(schemas.pointers(property.schema()));
            if (!members.containsKey(name)) {
                findings.add(member, "in the document, but " + type.getSimpleName() + " has no " + name);
                continue;
            }
            required(name, parts, members.get(name), location);
            member(property.schema(), members.get(name), member);
        }
        additionalMembers(parts, type, location);
        parts.forEach(part -> constraintsOfPart(part, schema, location));
    }

    private void required(String name, List<ObjectPart> parts, JavaMember member, Location location) {
        boolean required = parts.stream()
                .map(part -> part.schema().getRequired())
                .anyMatch(names -> names != null && names.contains(name));
        findings.expect(
                required == member.required(),
                new Location(location.label() + "/" + name, keywords(parts, "required")),
                name + " is required in the " + (required ? "document, but not in the code" : "code only"));
    }

    private void member(Schema<?> schema, JavaMember member, Location location) {
        schemas.nullable(schema, member.nullable(), location);
        schemas.compare(schema, member.type(), member.constraints(), location);
    }

    /** Compares the members that the spec does not list. */
    private void additionalMembers(List<ObjectPart> parts, Class<?> type, Location location) {
        JavaMember field = JavaMember.additionalProperties(type);
        boolean closed = parts.stream().anyMatch(part -> SchemaKinds.isClosed(part.schema()));
        Location at = new Location(location.label() + "/additionalProperties", keywords(parts, "additionalProperties"));
        findings.expect(
                closed != field.constraints().isEmpty(),
                at,
                closed ? "only the document forbids additional members" : "only the code forbids additional members");
        AnnotatedType content = JavaTypes.argument(field.type(), 1);
        Schema<?> values = parts.stream()
                .map(part -> part.schema().getAdditionalProperties())
                .filter(extra -> extra instanceof Schema<?> own && kinds.of(own) != Kind.ANY)
                .map(extra -> (Schema<?>) extra)
                .reduce(null, (first, second) -> second);
        if (values == null) {
            boolean any = JavaTypes.raw(content.getType()) == artifact.any();
            findings.expect(any, at, "expected any value from the document, found " + content.getType());
        } else {
            schemas.compare(values, content, at);
            schemas.nullable(values, content, at);
        }
    }

    /** A part of an {@code allOf} may only add members and choices of members. */
    private void constraintsOfPart(ObjectPart part, Schema<?> whole, Location location) {
        Map<String, String> bounds = ConstraintKeywords.of(part.schema(), Kind.OBJECT);
        bounds.keySet().removeAll(RequiredChoices.KEYWORDS);
        boolean plain = Set.of("object").containsAll(SchemaKinds.types(part.schema()))
                && kinds.alternatives(part.schema()).isEmpty()
                && (part.schema() == whole || bounds.isEmpty());
        Location at = location.part("", schemas.at(part.references())).through(schemas.pointers(part.schema()));
        findings.expect(plain, at, "the schema has constraints that no class expresses");
    }

    /** Returns the pointers of a keyword in each part of an object, each after the references to the part. */
    private List<String> keywords(List<ObjectPart> parts, String keyword) {
        Set<String> all = new LinkedHashSet<>();
        for (ObjectPart part : parts) {
            all.addAll(schemas.at(part.references()));
            all.add(schemas.spec().pointers().of(part.schema()) + "/" + keyword);
        }
        return List.copyOf(all);
    }
}
