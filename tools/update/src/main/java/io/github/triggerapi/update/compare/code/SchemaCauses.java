package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the places of schemas that removals from generated models come from. */
final class SchemaCauses {

    private final GeneratedRevision before;
    private final GeneratedRevision after;
    private final PointerMapping pointers;
    private final Map<String, String> renamed;
    private final Map<String, PublicType> oldTypes;

    SchemaCauses(
            GeneratedRevision before,
            GeneratedRevision after,
            PointerMapping pointers,
            Map<String, String> renamed,
            Map<String, PublicType> oldTypes) {
        this.before = before;
        this.after = after;
        this.pointers = pointers;
        this.renamed = renamed;
        this.oldTypes = oldTypes;
    }

    /**
     * A member, a variant or a listed value.
     *
     * @param pointer its place in the document
     * @param value its type; empty for a listed value
     */
    private record Part(String pointer, Optional<TypedValue> value) {}

    Cause of(GeneratedClass was, Removal removal) {
        String name = was.className();
        String what = "class " + name;
        String place = pointers.now(was.description().pointer());
        GeneratedClass is = after.generatedClasses().get(renamed.getOrDefault(name, name));
        if (removal.kind() == Kind.CLASS || is == null) {
            return new Cause("class", List.of(place), what);
        }
        if (removal.kind() == Kind.CLASS_NAME) {
            String holder = pointers.renamedSchema(was.description().pointer());
            return new Cause("name", List.of(holder.isEmpty() ? place : holder), what);
        }
        if (was.getClass() != is.getClass()) {
            return new Cause("kind", List.of(place), what);
        }
        Map<String, Part> old = parts(before, was);
        // Fields and constants are named after members and values, nested classes of unions are variants.
        Map<String, String> jsonNames = oldTypes.get(name).jsonNames();
        Set<String> names = was instanceof UnionClass ? old.keySet() : jsonNames.keySet();
        return Cause.nameIn(removal.member(), names)
                .map(part -> new Cause(part, places(was, is, jsonNames.getOrDefault(part, part)), what))
                .orElseGet(() -> new Cause("", List.of(is.description().pointer()), what));
    }

    /** Returns where the removal of a part may come from. */
    private List<String> places(GeneratedClass was, GeneratedClass is, String name) {
        String schema = is.description().pointer();
        Part old = parts(before, was).get(name);
        Part now = parts(after, is).get(name);
        List<String> places = new ArrayList<>();
        if (old == null) {
            // Of members that the spec does not list.
            return List.of(schema + "/" + name, schema);
        }
        if (was instanceof UnionClass) {
            old.value()
                    .map(value -> pointers.renamedSchema(value.description().pointer()))
                    .filter(place -> !place.isEmpty())
                    .ifPresent(places::add);
            places.add(old.pointer());
        }
        if (now == null) {
            places.add(old.pointer());
            places.add(schema + "/allOf");
        } else {
            places.add(now.pointer());
            old.value().ifPresent(one -> now.value().ifPresent(other -> places.add(innermost(one, other))));
            places.add(pointers.now(old.pointer()));
        }
        places.add(schema);
        return places;
    }

    /** Returns members by their JSON names, variants by their names, or listed values. */
    private static Map<String, Part> parts(GeneratedRevision revision, GeneratedClass definition) {
        Map<String, Part> parts = new HashMap<>();
        if (definition instanceof ObjectClass object) {
            object.members()
                    .forEach(member ->
                            parts.put(member.jsonName(), new Part(member.pointer(), Optional.of(member.value()))));
        } else if (definition instanceof UnionClass union) {
            union.variants()
                    .forEach(variant ->
                            parts.put(variant.name(), new Part(variant.pointer(), Optional.of(variant.value()))));
        } else {
            Node schema = revision.document().at(definition.description().pointer());
            Stream.concat(schema.get("enum").elements().stream(), Stream.of(schema.get("const")))
                    .forEach(value ->
                            parts.putIfAbsent(value.json().asText(), new Part(value.pointer(), Optional.empty())));
        }
        return parts;
    }

    /** Returns the pointer of the innermost items or values in which two arrays or maps differ. */
    static String innermost(TypedValue old, TypedValue now) {
        if (old.type() instanceof Type.ListOf one && now.type() instanceof Type.ListOf other) {
            return innermost(one.items(), other.items());
        }
        if (old.type() instanceof Type.MapOf one && now.type() instanceof Type.MapOf other) {
            return innermost(one.values(), other.values());
        }
        return now.description().pointer();
    }
}
