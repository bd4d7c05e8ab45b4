package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.Change.Kind;
import io.github.triggerapi.update.compare.Routes.Route;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the operations of two documents. */
final class Operations {

    private final Schemas schemas;
    private final Changes changes;
    private final Parameters parameters;
    private final Messages messages;
    private final Security security;

    /** The operations that are in both, the old one first. */
    record Pair(Route before, Route after) {}

    Operations(Schemas schemas, Changes changes) {
        this.schemas = schemas;
        this.changes = changes;
        this.parameters = new Parameters(schemas, changes);
        this.messages = new Messages(schemas, changes);
        this.security = new Security(schemas, changes);
    }

    /** What goes with what, by the pointers of the old operations: the same route, or else the same name. */
    Map<String, Pair> pairs() {
        Map<String, Route> old = Routes.of(schemas.before().root());
        Map<String, Route> now = Routes.of(schemas.after().root());
        Map<String, Pair> pairs = new LinkedHashMap<>();
        now.forEach((key, route) -> {
            Route was = old.get(key);
            if (was == null) {
                String id = route.operation().text("operationId");
                was = old.values().stream()
                        .filter(other -> !id.isEmpty()
                                && !now.containsKey(other.key())
                                && other.operation().text("operationId").equals(id))
                        .findFirst()
                        .orElse(null);
            }
            if (was != null) {
                pairs.put(was.operation().pointer(), new Pair(was, route));
            }
        });
        return pairs;
    }

    void compare() {
        Map<String, Pair> pairs = pairs();
        pairs.values().forEach(this::compare);
        Routes.of(schemas.after().root()).values().stream()
                .filter(route ->
                        pairs.values().stream().noneMatch(pair -> pair.after().equals(route)))
                .forEach(route -> changes.add(
                        missing(),
                        route.operation(),
                        "operation " + route.text(),
                        new Verdicts(
                                Verdict.compatible("it can be called now"),
                                Verdict.compatible("it need not be served yet"))));
        Routes.of(schemas.before().root()).values().stream()
                .filter(route -> !pairs.containsKey(route.operation().pointer()))
                .forEach(route -> changes.add(
                        route.operation(),
                        missing(),
                        "operation " + route.text(),
                        Verdicts.breaking("its method is gone")));
    }

    private Node missing() {
        return schemas.after().root().get("");
    }

    private void compare(Pair pair) {
        Node old = pair.before().operation();
        Node now = pair.after().operation();
        if (!pair.before().key().equals(pair.after().key())) {
            changes.add(
                    Kind.CHANGED,
                    now.pointer(),
                    "route of " + now.text("operationId") + ", from "
                            + pair.before().text() + " to " + pair.after().text(),
                    text(pair.before()),
                    text(pair.after()),
                    new Verdicts(
                            Verdict.breaking(pair.before().text() + " is not there any more"),
                            Verdict.breaking(
                                    "what is called now is " + pair.after().text())));
        } else if (!pair.before().path().key().equals(pair.after().path().key())) {
            changes.add(
                    Kind.CHANGED,
                    now.pointer(),
                    "names of the placeholders",
                    text(pair.before()),
                    text(pair.after()),
                    Verdicts.NONE);
        }
        parameters.compare(pair);
        messages.body(old, now, pair.after().text());
        messages.answers(old, now, pair.after().text());
        security.compare(old, now, pair.after().text());
    }

    private static JsonNode text(Route route) {
        return TextNode.valueOf(route.text());
    }
}
