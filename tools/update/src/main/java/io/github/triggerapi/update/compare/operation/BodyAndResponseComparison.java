package io.github.triggerapi.update.compare.operation;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Direction;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import io.github.triggerapi.update.compare.schema.SchemaComparison;
import java.util.EnumSet;
import java.util.Set;

/** Compares request bodies and responses. */
final class BodyAndResponseComparison {

    private static final Set<Direction> REQUEST = EnumSet.of(Direction.REQUEST);
    private static final Set<Direction> RESPONSE = EnumSet.of(Direction.RESPONSE);

    private final SchemaComparison schemas;
    private final ChangeCollector changes;

    BodyAndResponseComparison(SchemaComparison schemas, ChangeCollector changes) {
        this.schemas = schemas;
        this.changes = changes;
    }

    // -- request bodies ----------------------------------------------------------------------------------------------

    void body(Node oldOperation, Node newOperation, String route) {
        Node old = schemas.before().resolve(oldOperation.get("requestBody"));
        Node now = schemas.after().resolve(newOperation.get("requestBody"));
        String what = "body of " + route;
        boolean wasRequired = old.flag("required");
        boolean required = now.flag("required");
        if (!old.exists() && !now.exists()) {
            return;
        }
        if (!old.exists()) {
            changes.add(ValueSetChange.ofAdded(now, what, required ? "no body" : "", "a body"), REQUEST);
            return;
        }
        if (!now.exists()) {
            changes.add(ValueSetChange.ofRemoved(old, what, "a body", wasRequired ? "no body" : ""), REQUEST);
            return;
        }
        if (wasRequired != required) {
            changes.add(
                    ValueSetChange.ofFlag(
                            now.pointer() + "/required", required, "whether " + route + " requires a body", "no body"),
                    REQUEST);
        }
        content(old.get("content"), now.get("content"), "the body", REQUEST);
    }

    // -- responses ---------------------------------------------------------------------------------------------------

    void responses(Node oldOperation, Node newOperation, String route) {
        Node old = oldOperation.get("responses");
        Node now = newOperation.get("responses");
        for (Node listed : now.members()) {
            if (old.has(listed.key())) {
                response(old.get(listed.key()), listed);
            } else if (!listed.key().startsWith("x-")) {
                added(listed, covering(old, listed.key()), route);
            }
        }
        for (Node listed : old.members()) {
            if (!now.has(listed.key()) && !listed.key().startsWith("x-")) {
                removed(listed, covering(now, listed.key()), route);
            }
        }
    }

    private void added(Node listed, Node covering, String route) {
        String status = "status " + listed.key();
        ValueSetChange change = ValueSetChange.ofAdded(listed, "response " + listed.key() + " of " + route, "", "");
        if (covering.exists()) {
            changes.add(change.withNote(status + " was part of " + covering.key()), RESPONSE);
            response(covering, listed);
        } else {
            changes.add(change.withAdded(status).asToleratedByClient(), RESPONSE);
        }
    }

    private void removed(Node listed, Node covering, String route) {
        String status = "status " + listed.key();
        String what = "response " + listed.key() + " of " + route;
        if (covering.exists()) {
            changes.add(
                    ValueSetChange.ofRemoved(listed, what, "", "").withNote(status + " is part of " + covering.key()),
                    RESPONSE);
            response(listed, covering);
        } else {
            changes.add(ValueSetChange.ofRemoved(listed, what, status, ""), RESPONSE);
        }
    }

    /** Returns the response that applies to a status without one of its own. */
    private static Node covering(Node responses, String status) {
        Node range = responses.get(status.charAt(0) + "XX");
        return range.exists() ? range : responses.get("default");
    }

    private void response(Node oldListed, Node newListed) {
        Node old = schemas.before().resolve(oldListed);
        Node now = schemas.after().resolve(newListed);
        content(old.get("content"), now.get("content"), "the response " + newListed.key(), RESPONSE);
        headers(old.get("headers"), now.get("headers"));
    }

    /** OpenAPI ignores a Content-Type header, which the media types replace. */
    private static boolean isIgnored(Node header) {
        return header.key().equalsIgnoreCase("Content-Type");
    }

    private void headers(Node old, Node now) {
        for (Node listed : now.members()) {
            if (isIgnored(listed)) {
                continue;
            }
            Node header = schemas.after().resolve(listed);
            boolean required = header.flag("required");
            String name = listed.key();
            String no = "no header " + name;
            if (!old.has(name)) {
                changes.add(
                        ValueSetChange.ofAdded(listed, "header " + name, required ? no : "", "the header " + name)
                                .asToleratedByClient(),
                        RESPONSE);
                continue;
            }
            Node was = schemas.before().resolve(old.get(name));
            if (required != was.flag("required")) {
                changes.add(
                        ValueSetChange.ofFlag(
                                header.pointer() + "/required",
                                required,
                                "whether the header " + name + " is required",
                                no),
                        RESPONSE);
            }
            schemas.compare(was.get("schema"), header.get("schema"), name, change -> changes.add(change, RESPONSE));
        }
        for (Node listed : old.members()) {
            if (!now.has(listed.key()) && !isIgnored(listed)) {
                boolean required = schemas.before().resolve(listed).flag("required");
                String no = "no header " + listed.key();
                changes.add(
                        ValueSetChange.ofRemoved(listed, "header " + listed.key(), "", required ? no : "")
                                .withNote("the header is no longer guaranteed"),
                        RESPONSE);
            }
        }
    }

    // -- media types -------------------------------------------------------------------------------------------------

    private void content(Node old, Node now, String name, Set<Direction> directions) {
        boolean isResponse = directions.equals(RESPONSE);
        for (Node media : now.members()) {
            if (old.has(media.key())) {
                schemas.compare(
                        old.get(media.key()).get("schema"),
                        media.get("schema"),
                        name,
                        change -> changes.add(change, directions));
            } else {
                // A client requests the first media type that it supports.
                boolean isFirst = old.members().stream().noneMatch(was -> now.has(was.key()));
                ValueSetChange change = ValueSetChange.ofAdded(
                        media,
                        "media type " + media.key() + " of " + name,
                        isResponse && old.members().isEmpty() ? name + " without a body" : "",
                        name + " as " + media.key());
                changes.add(isFirst && !old.members().isEmpty() ? change : change.asToleratedByClient(), directions);
            }
        }
        for (Node media : old.members()) {
            if (!now.has(media.key())) {
                changes.add(
                        ValueSetChange.ofRemoved(
                                media,
                                "media type " + media.key() + " of " + name,
                                name + " as " + media.key(),
                                isResponse && now.members().isEmpty() ? name + " without a body" : ""),
                        directions);
            }
        }
    }
}
