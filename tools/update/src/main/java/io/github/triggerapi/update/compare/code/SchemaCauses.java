package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Variant;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import io.github.triggerapi.update.compare.schema.ObjectMembers;
import io.github.triggerapi.update.compare.schema.TypeAlternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        if (was instanceof ObjectClass one && is instanceof ObjectClass other) {
            return ofProperty(one, other, removal.member(), what);
        }
        if (was instanceof EnumClass one && is instanceof EnumClass) {
            Map<String, String> values = oldTypes.get(name).jsonNames();
            return Cause.nameIn(removal.member(), values.keySet())
                    .map(constant -> new Cause(constant, places(value(one, values.get(constant)), is), what))
                    .orElse(new Cause("", places(is), what));
        }
        if (was instanceof UnionClass one && is instanceof UnionClass other) {
            List<String> variants = one.variants().stream().map(Variant::name).toList();
            return Cause.nameIn(removal.member(), variants)
                    .map(variant -> new Cause(variant, ofVariant(one, other, variant), what))
                    .orElse(new Cause("", places(is), what));
        }
        return new Cause("kind", List.of(place), what);
    }

    private static List<String> places(GeneratedClass is) {
        return List.of(is.description().pointer());
    }

    private static List<String> places(String first, GeneratedClass is) {
        return List.of(first, is.description().pointer());
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private Cause ofProperty(ObjectClass was, ObjectClass is, String member, String what) {
        Map<String, String> jsonNames = oldTypes.get(was.className()).jsonNames();
        Optional<String> field = Cause.nameIn(member, jsonNames.keySet());
        if (field.isEmpty()) {
            return new Cause("", places(is), what);
        }
        String schema = is.description().pointer();
        String json = jsonNames.get(field.get());
        Node old = properties(before.document(), was).get(json);
        Node now = properties(after.document(), is).get(json);
        List<String> places = new ArrayList<>();
        if (old == null) {
            // Of members that the spec does not list.
            places.add(schema + "/" + json);
        } else if (now == null) {
            places.add(old.pointer());
            places.add(schema + "/allOf");
        } else {
            places.add(now.pointer());
            was.member(json)
                    .ifPresent(one ->
                            is.member(json).ifPresent(other -> places.add(innermost(one.value(), other.value()))));
            places.add(pointers.now(old.pointer()));
        }
        places.add(schema);
        return new Cause(field.get(), places, what);
    }

    private static Map<String, Node> properties(Document document, ObjectClass object) {
        Node schema = document.at(object.description().pointer());
        return ObjectMembers.of(document, new TypeAlternative(schema, "object", ""))
                .properties();
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

    // -- enums and unions --------------------------------------------------------------------------------------------

    /** Returns where a value was listed. */
    private String value(EnumClass was, @Nullable String text) {
        Node schema = before.document().at(was.description().pointer());
        return Stream.concat(schema.get("enum").elements().stream(), Stream.of(schema.get("const")))
                .filter(value -> value.json().asText().equals(text))
                .map(Node::pointer)
                .findFirst()
                .orElse(schema.pointer());
    }

    private List<String> ofVariant(UnionClass was, UnionClass is, String name) {
        Variant variant = was.variants().stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> places = new ArrayList<>();
        String renamedSchema =
                pointers.renamedSchema(variant.value().description().pointer());
        if (!renamedSchema.isEmpty()) {
            places.add(renamedSchema);
        }
        places.add(branch(was, variant));
        is.variants().stream()
                .filter(other -> other.name().equals(name))
                .forEach(other -> places.add(innermost(variant.value(), other.value())));
        places.add(is.description().pointer());
        return places;
    }

    private String branch(UnionClass union, Variant variant) {
        Node schema = before.document().at(union.description().pointer());
        String pointer = variant.value().description().pointer();
        return Stream.concat(schema.get("oneOf").elements().stream(), schema.get("anyOf").elements().stream())
                .filter(branch -> branch.text("$ref").equals(pointer))
                .map(Node::pointer)
                .findFirst()
                .orElse(pointer);
    }
}
