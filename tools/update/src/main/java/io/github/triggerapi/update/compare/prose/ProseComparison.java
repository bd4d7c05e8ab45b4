package io.github.triggerapi.update.compare.prose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword.Subschemas;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.JsonFormat;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.OperationComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import io.github.triggerapi.update.compare.prose.OpenApiObject.Inner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Compares descriptions, and finds changes of notation that do not change the meaning. */
public final class ProseComparison {

    /** Keywords that are compared elsewhere. */
    private static final Set<String> NAMES = Set.of("operationId", "tags", "paths");

    private final ChangeCollector changes;
    private final PointerMapping places;

    public ProseComparison(ChangeCollector changes, PointerMapping places) {
        this.changes = changes;
        this.places = places;
    }

    public void compare(Document before, Document after) {
        object(OpenApiObject.ROOT, before.root(), after.root());
        places.schemas().forEach((old, now) -> object(OpenApiObject.SCHEMA, before.at(old), after.at(now)));
        Set<String> paths = new HashSet<>();
        for (OperationComparison.Pair pair : places.operations().values()) {
            if (paths.add(pair.after().path().pointer())) {
                object(OpenApiObject.PATH, pair.before().path(), pair.after().path());
            }
            object(
                    OpenApiObject.OPERATION,
                    pair.before().operation(),
                    pair.after().operation());
            furtherTags(
                    pair.before().operation().get("tags"),
                    pair.after().operation().get("tags"));
        }
    }

    private void object(OpenApiObject kind, Node before, Node after) {
        if (before.json().equals(after.json())) {
            return;
        }
        Set<String> keywords = new LinkedHashSet<>(after.names());
        keywords.addAll(before.names());
        boolean other = false;
        for (String keyword : keywords) {
            Node old = before.get(keyword);
            Node now = after.get(keyword);
            Inner inner = kind.inner(keyword);
            if (inner != null && !isFlag(old) && !isFlag(now)) {
                inner(inner, old, now);
                other |= old.exists() != now.exists();
            } else if (kind.hasMeaning(keyword) || inner != null) {
                boolean alike = isAlike(old.json(), now.json()) || isRenamed(old.json(), now.json());
                other |= !alike;
                if (!alike && kind != OpenApiObject.SCHEMA && kind != OpenApiObject.PATH) {
                    otherNotation(kind, keyword, old, now);
                }
            } else if (!old.json().equals(now.json())) {
                changes.add(old, now, keyword.startsWith("x-") ? "extension " + keyword : keyword, VerdictPair.NONE);
            }
        }
        boolean reported =
                changes.has(after.pointer()) || changes.isAt(after.pointer().replaceFirst("/\\d+$", ""));
        if (other && kind == OpenApiObject.SCHEMA && !reported) {
            changes.add(before, after, "notation of the schema", VerdictPair.NONE);
        }
    }

    /** Adds a change of a keyword that did not change the meaning. */
    private void otherNotation(OpenApiObject kind, String keyword, Node old, Node now) {
        String place = now.pointer();
        boolean large = kind == OpenApiObject.ROOT || kind == OpenApiObject.OPERATION;
        String enclosing = large ? place : place.substring(0, place.lastIndexOf('/'));
        if (!NAMES.contains(keyword) && !changes.has(enclosing)) {
            changes.add(old, now, "notation of " + keyword, VerdictPair.NONE);
        }
    }

    private static boolean isFlag(Node node) {
        return node.json().isBoolean();
    }

    private boolean isRenamed(JsonNode old, JsonNode now) {
        return old.isTextual() && now.asText().equals(places.schemas().get(old.asText()));
    }

    /** Returns whether two values are equal, or lists with equal elements in another order. */
    private static boolean isAlike(JsonNode one, JsonNode other) {
        if (!one.isArray() || !other.isArray()) {
            return JsonFormat.canonical(one).equals(JsonFormat.canonical(other)) || one.equals(other);
        }
        Set<JsonNode> some = new HashSet<>();
        Set<JsonNode> others = new HashSet<>();
        one.forEach(some::add);
        other.forEach(others::add);
        return some.equals(others);
    }

    // -- nested objects ---------------------------------------------------------------------------------------------

    private void inner(Inner inner, Node old, Node now) {
        if (inner.holder() == Subschemas.ONE) {
            if (old.exists() && now.exists()) {
                object(inner.kind(), old, now);
            }
        } else if (inner.holder() == Subschemas.MAP) {
            for (Node member : now.members()) {
                if (old.has(member.key())) {
                    object(inner.kind(), old.get(member.key()), member);
                }
            }
            if (isComparedWhereUsed(inner.kind(), now)) {
                addedAndRemoved(old.members(), now.members(), Node::key);
            }
        } else {
            list(inner.kind(), old, now);
        }
    }

    /** Returns whether the map has components that are compared where they are used. */
    private static boolean isComparedWhereUsed(OpenApiObject kind, Node map) {
        return map.pointer().startsWith("#/components/")
                && map.pointer().indexOf('/', "#/components/".length()) < 0
                && Set.of(OpenApiObject.PARAMETER, OpenApiObject.BODY, OpenApiObject.RESPONSE, OpenApiObject.HEADER)
                        .contains(kind);
    }

    private void list(OpenApiObject kind, Node old, Node now) {
        List<Node> others = new ArrayList<>(old.elements());
        List<Node> rest = new ArrayList<>(now.elements());
        pair(kind, others, rest, element -> id(kind, element));
        if (kind == OpenApiObject.SCHEMA) {
            // A schema with another title is matched by its position.
            pair(kind, others, rest, Node::key);
        }
        if (kind == OpenApiObject.TAG || kind == OpenApiObject.SERVER) {
            addedAndRemoved(old.elements(), now.elements(), element -> id(kind, element));
        }
    }

    private void pair(OpenApiObject kind, List<Node> old, List<Node> now, Function<Node, String> id) {
        for (Node element : List.copyOf(now)) {
            old.stream()
                    .filter(other -> id.apply(other).equals(id.apply(element)))
                    .findFirst()
                    .ifPresent(other -> {
                        old.remove(other);
                        now.remove(element);
                        object(kind, other, element);
                    });
        }
    }

    /** Returns what identifies an element of a list. */
    private static String id(OpenApiObject kind, Node element) {
        return switch (kind) {
            case TAG -> element.text("name");
            // The first server is compared elsewhere.
            case SERVER -> element.key().equals("0") ? "" : element.text("url");
            case PARAMETER -> element.text("$ref") + element.text("in") + " " + element.text("name");
            default ->
                element.has("$ref")
                        ? element.text("$ref")
                        : element.has("title") ? element.text("title") : element.key();
        };
    }

    private void addedAndRemoved(List<Node> old, List<Node> now, Function<Node, String> id) {
        List<String> oldIds = old.stream().map(id).toList();
        List<String> newIds = now.stream().map(id).toList();
        for (Node one : now) {
            if (!oldIds.contains(id.apply(one))) {
                changes.add(one.get(""), one, words(one), VerdictPair.NONE);
            }
        }
        for (Node one : old) {
            if (!newIds.contains(id.apply(one))) {
                changes.add(one, one.get(""), words(one), VerdictPair.NONE);
            }
        }
    }

    private static String words(Node node) {
        String name = node.text("name") + node.text("url");
        return node.pointer().split("/")[1].replaceAll("s$", "") + " " + (name.isEmpty() ? node.key() : name);
    }

    /** Compares all tags but the first, which names generated interfaces. */
    private void furtherTags(Node old, Node now) {
        Set<String> was = further(old);
        Set<String> is = further(now);
        if (!was.equals(is)) {
            changes.add(old, now, "further tags", VerdictPair.NONE);
        }
    }

    private static Set<String> further(Node tags) {
        Set<String> further = new LinkedHashSet<>();
        tags.elements().stream().skip(1).forEach(tag -> further.add(tag.json().asText()));
        return further;
    }
}
