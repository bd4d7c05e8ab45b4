package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.EnumDefinition;
import io.github.triggerapi.codegen.model.Definition.ObjectDefinition;
import io.github.triggerapi.codegen.model.Definition.UnionDefinition;
import io.github.triggerapi.codegen.model.Definition.Variant;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import io.github.triggerapi.update.compare.schema.ObjectMembers;
import io.github.triggerapi.update.compare.schema.TypeAlternative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what generated classes lose. */
final class Classes {

    private final Document old;
    private final Document now;
    private final Api before;
    private final Api after;
    private final PointerMapping places;
    private final JavaTypes types;

    Classes(Document old, Document now, Api before, Api after, PointerMapping places, JavaTypes types) {
        this.old = old;
        this.now = now;
        this.before = before;
        this.after = after;
        this.places = places;
        this.types = types;
    }

    /** Compares a class with what is in its stead; null where nothing is. */
    void compare(Definition was, @Nullable Definition is, ChangeCollector changes) {
        String name = was.className();
        String pointer = places.now(was.description().pointer());
        if (is == null) {
            changes.addCode(List.of(pointer), "class " + name, VerdictPair.breaking("the class " + name + " is gone"));
            return;
        }
        if (!is.className().equals(name)) {
            String holder = places.renamedSchema(was.description().pointer());
            changes.addCode(
                    holder.isEmpty() ? List.of(pointer) : List.of(holder),
                    "class " + name,
                    VerdictPair.breaking("the class " + name + " is called " + is.className() + " now"));
        }
        if (was instanceof ObjectDefinition one && is instanceof ObjectDefinition other) {
            members(one, other, changes);
        } else if (was instanceof EnumDefinition one && is instanceof EnumDefinition other) {
            constants(one, other, changes);
        } else if (was instanceof UnionDefinition one && is instanceof UnionDefinition other) {
            variants(one, other, changes);
        } else {
            changes.addCode(
                    List.of(pointer),
                    "class " + name,
                    VerdictPair.breaking("the class " + name + " has other methods, as " + kind(is) + " has"));
        }
    }

    private static String kind(Definition definition) {
        return definition instanceof ObjectDefinition
                ? "an object"
                : definition instanceof EnumDefinition ? "a list of values" : "a union";
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private void members(ObjectDefinition was, ObjectDefinition is, ChangeCollector changes) {
        Map<String, Accessors> news = Accessors.of(is.members(), after).stream()
                .collect(Collectors.toMap(Accessors::json, Function.identity()));
        Map<String, Node> oldPlaces = properties(old, was);
        Map<String, Node> newPlaces = properties(now, is);
        Accessors.of(was.members(), before).forEach(accessors -> {
            String json = accessors.json();
            Accessors other = news.get(json);
            if (other == null) {
                String pointer = oldPlaces.get(json).pointer();
                String parts = is.description().pointer() + "/allOf";
                lost(List.of(pointer, parts), was, accessors.name() + "() is gone", changes);
            } else {
                String pointer = newPlaces.get(json).pointer();
                String cause = types.cause(accessors.value(), other.value())
                        .description()
                        .pointer();
                String former = places.now(oldPlaces.get(json).pointer());
                accessors(was, accessors, other, List.of(pointer, cause, former), changes);
            }
        });
        String wasExtra = types.of(was.additional().type());
        String isExtra = types.of(is.additional().type());
        if (!wasExtra.equals(isExtra)) {
            String reason = "additionalProperties() is of " + isExtra + " now, and not of " + wasExtra;
            String pointer = is.description().pointer() + "/additionalProperties";
            lost(List.of(pointer, is.description().pointer()), was, reason, changes);
        }
    }

    private static Map<String, Node> properties(Document document, ObjectDefinition object) {
        Node schema = document.at(object.description().pointer());
        return ObjectMembers.of(document, new TypeAlternative(schema, "object", ""))
                .properties();
    }

    private void accessors(
            Definition owner, Accessors was, Accessors is, List<String> pointers, ChangeCollector changes) {
        String oldType = types.of(was.value().type());
        String newType = types.of(is.value().type());
        if (!was.name().equals(is.name())) {
            lost(pointers, owner, was.name() + "() is called " + is.name() + "() now", changes);
        }
        if (!oldType.equals(newType)) {
            lost(pointers, owner, was.name() + "() is of type " + newType + " now, and not " + oldType, changes);
        }
        for (String[] pair : new String[][] {{was.has(), is.has()}, {was.orDefault(), is.orDefault()}}) {
            if (!pair[0].isEmpty() && !pair[0].equals(pair[1])) {
                lost(pointers, owner, pair[0] + "() is gone", changes);
            }
        }
    }

    private static void lost(List<String> pointers, Definition owner, String reason, ChangeCollector changes) {
        changes.addCode(pointers, "class " + owner.className(), VerdictPair.breaking(owner.className() + "." + reason));
    }

    // -- lists of values ---------------------------------------------------------------------------------------------

    private void constants(EnumDefinition was, EnumDefinition is, ChangeCollector changes) {
        Map<String, String> news = constants(is);
        constants(was).forEach((constant, text) -> {
            String other = news.get(constant);
            if (text.equals(other)) {
                return;
            }
            String place = value(was, text);
            String reason = other == null ? constant + " is gone" : constant + " is " + other + " now";
            lost(List.of(place, is.description().pointer()), was, reason, changes);
        });
    }

    private static Map<String, String> constants(EnumDefinition texts) {
        JavaTypes.Unique names = new JavaTypes.Unique();
        names.of("KNOWN");
        Map<String, String> constants = new LinkedHashMap<>();
        texts.values().forEach(text -> constants.put(names.of(Names.constant(text)), text));
        return constants;
    }

    /** Where a value was listed. */
    private String value(EnumDefinition texts, String text) {
        Node schema = old.at(texts.description().pointer());
        return Stream.concat(schema.get("enum").elements().stream(), Stream.of(schema.get("const")))
                .filter(value -> value.json().asText().equals(text))
                .map(Node::pointer)
                .findFirst()
                .orElse(schema.pointer());
    }

    // -- unions ------------------------------------------------------------------------------------------------------

    private void variants(UnionDefinition was, UnionDefinition is, ChangeCollector changes) {
        Set<String> factories = factories(is);
        for (Variant variant : was.variants()) {
            Variant other = is.variants().stream()
                    .filter(v -> types.className(variant.name()).equals(v.name())
                            || variant.name().equals(v.name()))
                    .findFirst()
                    .orElse(null);
            List<String> pointers =
                    List.of(branch(was, variant), is.description().pointer());
            if (other == null) {
                lost(pointers, was, variant.name() + "Value is gone", changes);
            } else if (!types.of(variant.value().type())
                    .equals(types.of(other.value().type()))) {
                String reason = variant.name() + "Value is of type "
                        + types.of(other.value().type());
                String cause = types.cause(variant.value(), other.value())
                        .description()
                        .pointer();
                lost(List.of(pointers.get(0), cause, pointers.get(1)), was, reason + " now", changes);
            } else {
                factories(was).stream()
                        .filter(factory ->
                                factory.endsWith("(" + types.of(variant.value().type()) + ")"))
                        .filter(factory -> !factories.contains(factory))
                        .forEach(factory -> lost(pointers, was, factory + " is gone", changes));
            }
        }
    }

    /** The methods that make a union of a variant: several of one name where the compiler can tell them apart. */
    private Set<String> factories(UnionDefinition union) {
        Set<String> taken = new HashSet<>();
        Set<String> factories = new HashSet<>();
        for (Variant variant : union.variants()) {
            String type = types.of(variant.value().type());
            String name = taken.add(JavaTypes.erased(type)) ? "of" : "of" + types.className(variant.name());
            factories.add(name + "(" + type + ")");
        }
        for (Variant variant : union.variants()) {
            List<String> primitives = new ArrayList<>();
            Type type = variant.value().type();
            if (type == Scalar.INTEGER || type == Scalar.NUMBER) {
                primitives.add("long");
            }
            if (type == Scalar.NUMBER) {
                primitives.add("double");
            }
            primitives.stream().filter(taken::add).forEach(primitive -> factories.add("of(" + primitive + ")"));
        }
        return factories;
    }

    private String branch(UnionDefinition union, Variant variant) {
        Node schema = old.at(union.description().pointer());
        String pointer = variant.value().description().pointer();
        return Stream.concat(schema.get("oneOf").elements().stream(), schema.get("anyOf").elements().stream())
                .filter(branch -> branch.text("$ref").equals(pointer))
                .map(Node::pointer)
                .findFirst()
                .orElse(pointer);
    }
}
