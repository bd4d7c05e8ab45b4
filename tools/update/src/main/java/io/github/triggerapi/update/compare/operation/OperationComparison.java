package io.github.triggerapi.update.compare.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.Change.Kind;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.Routes.Route;
import io.github.triggerapi.update.compare.schema.SchemaComparison;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the operations of two revisions. */
public final class OperationComparison {

    private final SchemaComparison schemas;
    private final ChangeCollector changes;
    private final ParameterComparison parameters;
    private final BodyAndResponseComparison messages;
    private final SecurityComparison security;

    /** An operation in both revisions. */
    public record Pair(Route before, Route after) {}

    public OperationComparison(SchemaComparison schemas, ChangeCollector changes) {
        this.schemas = schemas;
        this.changes = changes;
        this.parameters = new ParameterComparison(schemas, changes);
        this.messages = new BodyAndResponseComparison(schemas, changes);
        this.security = new SecurityComparison(schemas, changes);
    }

    /** Returns operations with the same route or the same {@code operationId}, by the pointers of the old ones. */
    public Map<String, Pair> pairs() {
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

    public void compare() {
        Map<String, Pair> pairs = pairs();
        pairs.values().forEach(this::compare);
        Routes.of(schemas.after().root()).values().stream()
                .filter(route ->
                        pairs.values().stream().noneMatch(pair -> pair.after().equals(route)))
                .forEach(route -> changes.add(
                        missing(),
                        route.operation(),
                        "operation " + route.text(),
                        new VerdictPair(
                                Verdict.compatible("it can be called"),
                                Verdict.compatible("it need not be served yet"))));
        Routes.of(schemas.before().root()).values().stream()
                .filter(route -> !pairs.containsKey(route.operation().pointer()))
                .forEach(route -> changes.add(
                        route.operation(),
                        missing(),
                        "operation " + route.text(),
                        VerdictPair.breaking("the operation was removed")));
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
                    new VerdictPair(
                            Verdict.breaking(pair.before().text() + " was removed"),
                            Verdict.breaking(
                                    "requests are sent to " + pair.after().text())));
        } else if (!pair.before().path().key().equals(pair.after().path().key())) {
            changes.add(
                    Kind.CHANGED,
                    now.pointer(),
                    "names of the placeholders",
                    text(pair.before()),
                    text(pair.after()),
                    VerdictPair.NONE);
        }
        names(old, now);
        parameters.compare(pair);
        messages.body(old, now, pair.after().text());
        messages.responses(old, now, pair.after().text());
        security.compare(old, now, pair.after().text());
        ServerComparison.compare(pair, schemas.before().root(), schemas.after().root(), changes);
    }

    /** Adds what names generated methods. The comparison of code finds renamed methods. */
    private void names(Node old, Node now) {
        if (!old.text("operationId").equals(now.text("operationId"))) {
            changes.add(old.get("operationId"), now.get("operationId"), "operationId", VerdictPair.NONE);
        }
        if (!firstTag(old).equals(firstTag(now))) {
            changes.add(old.get("tags"), now.get("tags"), "first tag", VerdictPair.NONE);
        }
    }

    private static String firstTag(Node operation) {
        return operation.get("tags").json().path(0).asText();
    }

    private static JsonNode text(Route route) {
        return TextNode.valueOf(route.text());
    }
}
