package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.ObjectPart;
import io.github.triggerapi.contract.code.SchemaKinds.Property;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the members of an object with those of its class. */
final class ObjectCheck {

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");
    private static final List<String> BOUNDS = List.of("minProperties", "maxProperties");
    private static final List<String> OF_ALTERNATIVES =
            List.of("additionalProperties", "anyOf", "nullable", "oneOf", "required", "type");

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
        Map<String, List<Property>> properties = SchemaKinds.properties(parts);
        List<ObjectPart> required = required(parts);
        Map<String, JavaMember> members = artifact.members(type);
        for (String name : SchemaCheck.union(properties.keySet(), members.keySet())) {
            List<Property> listed = properties.get(name);
            JavaMember member = members.get(name);
            if (listed == null) {
                boolean unlisted = isRequired(name, required) && schemas.isAny(member.type());
                findings.expect(
                        unlisted,
                        new Location(location.label() + "/" + name, keywords(parts, "properties")),
                        type.getSimpleName() + " has the member " + name + ", but the document does not");
                continue;
            }
            Property property = closest(listed, member, location);
            Location place = place(name, property, listed, parts, location);
            if (member == null) {
                findings.add(place, "in the document, but " + type.getSimpleName() + " has no " + name);
                continue;
            }
            required(name, required, member, location);
            int before = findings.count();
            member(property.schema(), member, place);
            if (parts.size() > 1 && findings.count() > before) {
                // Any of the parts may be meant.
                findings.add(place, "no part has the type of the member " + name + " of " + type.getSimpleName());
                listed.stream()
                        .filter(other -> other != property)
                        .forEach(other -> member(other.schema(), member, place(name, other, location)));
            }
        }
        additionalMembers(required, type, location);
        parts.forEach(part -> constraintsOfPart(part, schema, location));
    }

    private static List<ObjectPart> required(List<ObjectPart> parts) {
        return parts.stream().filter(part -> !part.alternative()).toList();
    }

    /** Returns the schema of several for a member that its type represents: the one with the fewest differences. */
    private Property closest(List<Property> listed, @Nullable JavaMember member, Location location) {
        if (member == null || listed.size() == 1) {
            listed.forEach(property -> findings.notExpressed().expressed().add(pointer(property)));
            return listed.get(0);
        }
        Map<Property, Integer> differences = new IdentityHashMap<>();
        listed.forEach(property -> differences.put(property, differences(property, member, location)));
        // Later parts usually narrow earlier ones.
        Property closest = listed.stream()
                .reduce((one, other) -> differences.get(other) <= differences.get(one) ? other : one)
                .orElseThrow();
        // The code depends on one of several schemas only if the others do not require the same.
        List<String> redundant = listed.stream().map(this::pointer).collect(Collectors.toCollection(ArrayList::new));
        if (differences.values().stream().filter(count -> count == 0).count() < 2) {
            redundant.remove(pointer(closest));
            findings.notExpressed().expressed().add(pointer(closest));
        }
        findings.notExpressed().places().addAll(redundant);
        return closest;
    }

    private String pointer(Property property) {
        return schemas.spec().pointers().of(property.schema());
    }

    private int differences(Property property, JavaMember member, Location location) {
        SchemaCheck trial = schemas.trial();
        new ObjectCheck(trial, kinds).member(property.schema(), member, place("", property, location));
        return trial.findings().all().size();
    }

    /** Returns the location of a member, which several parts may list. */
    private Location place(
            String name, Property property, List<Property> listed, List<ObjectPart> parts, Location location) {
        Location place = place(name, property, location);
        if (listed.size() == 1 && parts.size() == 1) {
            return place;
        }
        List<String> pointers = new ArrayList<>(keywords(parts, "properties/" + Location.escaped(name)));
        pointers.removeAll(place.pointers());
        pointers.addAll(place.pointers());
        return new Location(place.label(), pointers);
    }

    private Location place(String name, Property property, Location location) {
        return location.part("/" + name, schemas.at(property.references()))
                .through(schemas.pointers(property.schema()));
    }

    private void required(String name, List<ObjectPart> parts, JavaMember member, Location location) {
        boolean required = isRequired(name, parts);
        findings.expect(
                required == member.required(),
                new Location(location.label() + "/" + name, keywords(parts, "required")),
                name + " is required in the " + (required ? "document, but not in the code" : "code only"));
    }

    private static boolean isRequired(String name, List<ObjectPart> parts) {
        return parts.stream()
                .map(part -> part.schema().getRequired())
                .anyMatch(names -> names != null && names.contains(name));
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

    /** A part of an {@code allOf} may only add members and choices of members; the bounds of others are not expressed. */
    private void constraintsOfPart(ObjectPart part, Schema<?> whole, Location location) {
        boolean isObject = Set.of("object").containsAll(SchemaKinds.types(part.schema()));
        Location at = location.part("", schemas.at(part.references())).through(schemas.pointers(part.schema()));
        findings.expect(isObject, at, "the schema has constraints that no class expresses");
        String pointer = schemas.spec().pointers().of(part.schema());
        if (part.schema() != whole) {
            notExpressed(pointer, BOUNDS);
        }
        if (part.alternative()) {
            notExpressed(pointer, OF_ALTERNATIVES);
        }
        if (!kinds.alternatives(part.schema()).isEmpty()) {
            notExpressed(pointer, UNIONS);
            kinds.alternatives(part.schema())
                    .forEach(branch -> notExpressed(schemas.spec().pointers().of(branch), List.of("$ref")));
        }
    }

    private void notExpressed(String pointer, List<String> keywords) {
        keywords.forEach(keyword -> findings.notExpressed().keywords().add(pointer + "/" + keyword));
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
