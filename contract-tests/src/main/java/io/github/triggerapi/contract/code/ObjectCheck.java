package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.Part;
import io.github.triggerapi.contract.code.SchemaKinds.Property;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the members of an object with those of its class. */
final class ObjectCheck {

    private final ModelCheck models;
    private final SchemaKinds kinds;
    private final GeneratedArtifact side;
    private final Findings findings;

    ObjectCheck(ModelCheck models, SchemaKinds kinds) {
        this.models = models;
        this.kinds = kinds;
        this.side = models.side();
        this.findings = models.findings();
    }

    void compare(Schema<?> schema, Class<?> type, Location place) {
        List<Part> parts = kinds.parts(schema);
        Map<String, Property> properties = SchemaKinds.properties(parts);
        Map<String, JavaMember> members = ClassMembers.members(side, type);
        for (String name : ModelCheck.union(properties.keySet(), members.keySet())) {
            Property property = properties.get(name);
            if (property == null) {
                findings.add(
                        side,
                        new Location(place.text() + "/" + name, keywords(parts, "properties")),
                        type.getSimpleName() + " has the member " + name + ", but the document does not");
                continue;
            }
            Location member = place.part("/" + name, models.at(property.references()))
                    .through(models.pointers(property.schema()));
            if (!members.containsKey(name)) {
                findings.add(side, member, "in the document, but " + type.getSimpleName() + " has no " + name);
                continue;
            }
            required(name, parts, members.get(name), place);
            member(property.schema(), members.get(name), member);
        }
        others(parts, type, place);
        parts.forEach(part -> plainObject(part, schema, place));
    }

    private void required(String name, List<Part> parts, JavaMember member, Location place) {
        boolean required = parts.stream()
                .map(part -> part.schema().getRequired())
                .anyMatch(names -> names != null && names.contains(name));
        findings.expect(
                required == member.required(),
                side,
                new Location(place.text() + "/" + name, keywords(parts, "required")),
                name + " is required in the " + (required ? "document, but not in the code" : "code only"));
    }

    private void member(Schema<?> schema, JavaMember member, Location place) {
        models.nullable(schema, member.nullable(), place);
        models.compare(schema, member.type(), new AnnotatedElement[] {member.annotated(), member.type()}, place);
    }

    /** The members that the document does not list. */
    private void others(List<Part> parts, Class<?> type, Location place) {
        JavaMember field = ClassMembers.extra(type);
        boolean closed = parts.stream().anyMatch(part -> SchemaKinds.isClosed(part.schema()));
        Location at = new Location(place.text() + "/additionalProperties", keywords(parts, "additionalProperties"));
        findings.expect(
                closed != Constraints.of(field.annotated(), field.type()).isEmpty(),
                side,
                at,
                closed ? "the code does not say that there are none" : "the code says that there are none");
        AnnotatedType content = JavaTypes.argument(field.type(), 1);
        Schema<?> values = parts.stream()
                .map(part -> part.schema().getAdditionalProperties())
                .filter(extra -> extra instanceof Schema<?> own && kinds.of(own) != Kind.ANY)
                .map(extra -> (Schema<?>) extra)
                .reduce(null, (first, second) -> second);
        if (values == null) {
            boolean any = JavaTypes.raw(content.getType()) == side.any();
            findings.expect(any, side, at, "the document says nothing, the code has " + content.getType());
        } else {
            models.compare(values, content, at);
            models.nullable(values, content, at);
        }
    }

    /** A part of an {@code allOf} adds members, says which go together, and bounds nothing else. */
    private void plainObject(Part part, Schema<?> whole, Location place) {
        Map<String, String> bounds = Constraints.of(part.schema(), Kind.OBJECT);
        bounds.keySet().removeAll(MemberChoices.KEYWORDS);
        boolean plain = Set.of("object").containsAll(SchemaKinds.types(part.schema()))
                && kinds.alternatives(part.schema()).isEmpty()
                && (part.schema() == whole || bounds.isEmpty());
        Location at = place.part("", models.at(part.references())).through(models.pointers(part.schema()));
        findings.expect(plain, side, at, "more than members, which no class has");
    }

    /** A keyword of each part of an object, after the references to the part. */
    private List<String> keywords(List<Part> parts, String keyword) {
        Set<String> all = new LinkedHashSet<>();
        for (Part part : parts) {
            all.addAll(models.at(part.references()));
            all.add(models.spec().pointers().of(part.schema()) + "/" + keyword);
        }
        return List.copyOf(all);
    }
}
