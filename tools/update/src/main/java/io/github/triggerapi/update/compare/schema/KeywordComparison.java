package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.JsonFormat;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares the keywords of two schemas for values of one type. */
final class KeywordComparison {

    private static final String SCHEMAS = "#/components/schemas/";

    private final SchemaComparison schemas;

    KeywordComparison(SchemaComparison schemas) {
        this.schemas = schemas;
    }

    void compare(AcceptedType old, AcceptedType now, String name, Consumer<ValueSetChange> found) {
        boolean numbers = List.of("integer number", "number integer").contains(old.type() + " " + now.type());
        if (!old.type().equals(now.type()) && !numbers) {
            return;
        }
        listed(old.node(), now.node(), name, found);
        new BoundComparison(old.node(), now.node(), name, found).compare(now.type());
        if (now.type().equals("array")) {
            schemas.compare(old.node().get("items"), now.node().get("items"), "an item of " + name, found);
        } else if (now.type().equals("object")) {
            members(old, now, name, found);
        }
    }

    // -- enum and const ----------------------------------------------------------------------------------------------

    /** Returns the listed values except null. */
    static Map<String, Node> values(Node schema) {
        Map<String, Node> values = new LinkedHashMap<>();
        List<Node> listed = schema.has("const")
                ? List.of(schema.get("const"))
                : schema.get("enum").elements();
        for (Node value : listed) {
            if (!value.json().isNull()) {
                values.putIfAbsent(JsonFormat.canonical(value.json()), value);
            }
        }
        return values;
    }

    private void listed(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        Map<String, Node> was = values(old);
        Map<String, Node> is = values(now);
        if (was.isEmpty() != is.isEmpty()) {
            String keyword = (was.isEmpty() ? now : old).has("const") ? "const" : "enum";
            String others = name + " other than " + listing(was.isEmpty() ? is : was);
            found.accept(ValueSetChange.of(
                            old.get(keyword),
                            now.get(keyword),
                            "values of " + name,
                            was.isEmpty() ? others : "",
                            was.isEmpty() ? "" : others)
                    .asToleratedByClient());
            return;
        }
        is.forEach((text, value) -> {
            if (!was.containsKey(text)) {
                String words = name + " " + JsonFormat.inSentence(value.json());
                found.accept(ValueSetChange.ofAdded(
                                value, "value " + JsonFormat.inSentence(value.json()) + " of " + name, "", words)
                        .asToleratedByClient());
            }
        });
        was.forEach((text, value) -> {
            if (!is.containsKey(text)) {
                String words = name + " " + JsonFormat.inSentence(value.json());
                found.accept(ValueSetChange.ofRemoved(
                        value, "value " + JsonFormat.inSentence(value.json()) + " of " + name, words, ""));
            }
        });
    }

    private static String listing(Map<String, Node> values) {
        String some = values.values().stream()
                .limit(5)
                .map(value -> JsonFormat.inSentence(value.json()))
                .collect(Collectors.joining(", "));
        return values.size() > 5 ? some + " and so on" : some;
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private void members(AcceptedType old, AcceptedType now, String name, Consumer<ValueSetChange> found) {
        ObjectMembers was = ObjectMembers.of(schemas.before(), old);
        ObjectMembers is = ObjectMembers.of(schemas.after(), now);
        is.properties().forEach((key, property) -> {
            boolean required = is.required().contains(key);
            Node other = was.properties().get(key);
            if (other == null) {
                String place = place(property, now, schemas.before());
                found.accept(ValueSetChange.ofAdded(property, words(required) + key, required ? "no " + key : "", key)
                        .withPointer(place)
                        .asToleratedByClient());
                return;
            }
            if (required != was.required().contains(key)) {
                found.accept(ValueSetChange.ofFlag(
                        property.pointer(), required, "whether " + key + " is required", "no " + key));
            }
            schemas.compare(other, property, key, found);
        });
        was.properties().forEach((key, property) -> {
            if (!is.properties().containsKey(key)) {
                boolean required = was.required().contains(key);
                String place = place(property, now, schemas.after());
                found.accept(ValueSetChange.ofRemoved(
                                property, words(required) + key, "the member " + key, required ? "no " + key : "")
                        .withPointer(place));
            }
        });
        additional(was, is, name, found);
        new RequiredChoiceComparison(old.parts(schemas.before()), was, now.parts(schemas.after()), is)
                .compare(name, found);
    }

    /**
     * Returns the place of an added or removed property: its own, or the {@code allOf} if the property is that of another
     * schema, which did not change.
     *
     * @param other the revision without the property
     */
    private static String place(Node property, AcceptedType object, Document other) {
        String own = property.pointer();
        boolean direct = !own.startsWith(SCHEMAS)
                || object.node().get("allOf").elements().isEmpty();
        int end = own.indexOf('/', SCHEMAS.length());
        boolean changed = !direct
                && other.at(own.substring(0, end)).exists()
                && !other.at(own).exists();
        boolean inside = own.startsWith(object.node().pointer() + "/");
        return direct || changed || inside ? own : object.node().pointer() + "/allOf";
    }

    private static String words(boolean required) {
        return required ? "required property " : "optional property ";
    }

    private void additional(ObjectMembers was, ObjectMembers is, String name, Consumer<ValueSetChange> found) {
        String what = "additional members of " + name;
        String others = "unlisted members of " + name;
        boolean wasClosed = isFalse(was.additional().json());
        boolean isClosed = isFalse(is.additional().json());
        if (wasClosed != isClosed) {
            found.accept(ValueSetChange.of(
                            was.additional(), is.additional(), what, isClosed ? others : "", isClosed ? "" : others)
                    .asToleratedByClient());
        } else if (!isClosed) {
            schemas.compare(was.additional(), is.additional(), "a member of " + name, found);
        }
    }

    static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }
}
