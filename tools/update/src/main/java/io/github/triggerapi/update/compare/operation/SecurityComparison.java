package io.github.triggerapi.update.compare.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Direction;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.schema.SchemaComparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares security requirements. */
public final class SecurityComparison {

    private static final Set<Direction> REQUEST = EnumSet.of(Direction.REQUEST);

    private final SchemaComparison schemas;
    private final ChangeCollector changes;

    public SecurityComparison(SchemaComparison schemas, ChangeCollector changes) {
        this.schemas = schemas;
        this.changes = changes;
    }

    public void compare(Node oldOperation, Node newOperation, String route) {
        Node old = stated(schemas.before(), oldOperation);
        Node now = stated(schemas.after(), newOperation);
        List<Set<String>> was = alternatives(schemas.before(), old, true);
        List<Set<String>> is = alternatives(schemas.after(), now, false);
        List<String> removed = beyond(was, is);
        List<String> added = beyond(is, was);
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        boolean whole = !oldOperation.has("security") && !newOperation.has("security");
        String what = "security of " + (whole ? "the document" : route);
        ValueSetChange change =
                ValueSetChange.of(old, now, what, String.join(" or ", removed), String.join(" or ", added));
        String pointer = whole ? change.pointer() : newOperation.pointer() + "/security";
        changes.add(
                ValueSetChange.of(pointer, change.before(), change.after(), what, change.removed(), change.added()),
                REQUEST);
    }

    private static Node stated(Document document, Node operation) {
        return (operation.has("security") ? operation : document.root()).get("security");
    }

    /** Returns the schemes and scopes that each alternative requires. Without an alternative, none are required. */
    private List<Set<String>> alternatives(Document document, Node security, boolean old) {
        List<Set<String>> alternatives = new ArrayList<>();
        for (Node alternative : security.elements()) {
            Set<String> required = new TreeSet<>();
            for (Node scheme : alternative.members()) {
                String name = old ? nameNow(scheme.key()) : scheme.key();
                required.add(name);
                scheme.elements()
                        .forEach(scope -> required.add(name + "(" + scope.json().asText() + ")"));
            }
            alternatives.add(required);
        }
        return alternatives.isEmpty() ? List.of(Set.of()) : alternatives;
    }

    /** Returns the name of a scheme in the new revision, where it may have been renamed. */
    private String nameNow(String name) {
        Node now = schemes(schemas.after());
        if (now.has(name)) {
            return name;
        }
        JsonNode wanted = form(schemas.before(), schemes(schemas.before()).get(name));
        return now.members().stream()
                .filter(scheme -> !schemes(schemas.before()).has(scheme.key())
                        && form(schemas.after(), scheme).equals(wanted))
                .map(Node::key)
                .findFirst()
                .orElse(name);
    }

    public static Node schemes(Document document) {
        return document.root().get("components").get("securitySchemes");
    }

    /** Returns a scheme without descriptions and extensions, and with names in lower case where the case has no meaning. */
    private static JsonNode form(Document document, Node scheme) {
        JsonNode form = document.resolve(scheme).json().deepCopy();
        if (form instanceof ObjectNode object) {
            lowerCase(object, "scheme");
            if (object.path("in").asText().equals("header")) {
                lowerCase(object, "name");
            }
            object.remove(List.of("description", "bearerFormat"));
            List<String> extensions = new ArrayList<>();
            object.fieldNames().forEachRemaining(extensions::add);
            extensions.removeIf(name -> !name.startsWith("x-"));
            object.remove(extensions);
        }
        return form;
    }

    private static void lowerCase(ObjectNode object, String member) {
        if (object.path(member).isTextual()) {
            object.put(member, object.path(member).asText().toLowerCase(Locale.ROOT));
        }
    }

    /** Returns the alternatives that none of the others satisfies. */
    private static List<String> beyond(List<Set<String>> some, List<Set<String>> others) {
        return some.stream()
                .filter(one -> others.stream().noneMatch(one::containsAll))
                .map(one -> one.isEmpty() ? "no credentials" : "only the credentials of " + String.join(" and ", one))
                .distinct()
                .toList();
    }

    /** Compares security schemes. */
    public void schemes() {
        Node old = schemes(schemas.before());
        Node now = schemes(schemas.after());
        for (Node scheme : now.members()) {
            Node was = old.get(scheme.key());
            if (!was.exists()) {
                changes.add(was, scheme, "security scheme " + scheme.key(), VerdictPair.NONE);
            } else if (!form(schemas.before(), was).equals(form(schemas.after(), scheme))) {
                String words = "the previous credentials of " + scheme.key();
                changes.add(
                        ValueSetChange.of(was, scheme, "security scheme " + scheme.key(), words, ""),
                        isUsed(scheme.key()) ? REQUEST : EnumSet.noneOf(Direction.class));
            }
        }
        for (Node scheme : old.members()) {
            if (!now.has(scheme.key())) {
                changes.add(scheme, now.get(scheme.key()), "security scheme " + scheme.key(), VerdictPair.NONE);
            }
        }
    }

    private boolean isUsed(String name) {
        return Routes.of(schemas.after().root()).values().stream()
                .flatMap(route -> stated(schemas.after(), route.operation()).elements().stream())
                .anyMatch(alternative -> alternative.has(name));
    }
}
