package io.github.triggerapi.update.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.update.RejectedRevisionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges the documents of several pages, each of which has some of the operations.
 *
 * <p>The result has all operations, components and tags; those in several pages must be equal. Everything else must be
 * equal in all pages, because a missing member such as {@code security} has a meaning as well.
 */
final class PageMerger {

    private final ObjectNode merged;
    private final String first;
    /** The page of each place that is not in the first page, by its pointer. */
    private final Map<String, String> origins = new HashMap<>();

    private final List<String> differences = new ArrayList<>();

    private PageMerger(String first, ObjectNode document) {
        this.first = first;
        this.merged = document;
    }

    /** Merges the documents of several pages. */
    static Revision of(List<Revision> pages) {
        PageMerger merge = new PageMerger(pages.get(0).source(), tree(pages.get(0)));
        pages.subList(1, pages.size()).forEach(page -> merge.add(page.source(), tree(page)));
        merge.rejectDifferences();
        String sources = pages.stream().map(Revision::source).collect(Collectors.joining(" "));
        Revision revision = new Revision(sources, "# Merged from " + sources + "\n" + YamlWriter.of(merge.merged));
        if (!revision.tree().equals(merge.merged)) {
            throw new IllegalStateException("The merged document differs from the pages");
        }
        return revision;
    }

    private static ObjectNode tree(Revision page) {
        JsonNode document = page.tree();
        if (!document.isObject()) {
            throw new RejectedRevisionException(page.source() + ": is not an object; expected an OpenAPI document");
        }
        checkObject(page, "#/paths", document.path("paths"));
        checkObject(page, "#/webhooks", document.path("webhooks"));
        checkObject(page, "#/components", document.path("components"));
        document.path("components")
                .properties()
                .forEach(section ->
                        checkObject(page, JsonPointers.child("#/components", section.getKey()), section.getValue()));
        return (ObjectNode) document;
    }

    private static void checkObject(Revision page, String pointer, JsonNode node) {
        if (!node.isObject() && !node.isMissingNode()) {
            throw new RejectedRevisionException(page.source() + ": " + pointer + ": is not an object; expected one");
        }
    }

    private void add(String page, ObjectNode document) {
        Set<String> names = new TreeSet<>();
        merged.fieldNames().forEachRemaining(names::add);
        document.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            switch (name) {
                case "components" -> components(page, object(merged, name), object(document, name));
                case "paths" -> paths(page, object(merged, name), object(document, name));
                case "webhooks" -> union(page, "#/webhooks", object(merged, name), object(document, name));
                case "tags" -> tags(page, document.path(name));
                default -> same(page, JsonPointers.child("#", name), merged.path(name), document.path(name));
            }
        }
    }

    /** Returns the member, which is created if it is missing. */
    private static ObjectNode object(ObjectNode owner, String name) {
        return owner.get(name) instanceof ObjectNode object ? object : owner.putObject(name);
    }

    private void components(String page, ObjectNode known, ObjectNode added) {
        added.fieldNames()
                .forEachRemaining(section -> union(
                        page,
                        JsonPointers.child("#/components", section),
                        object(known, section),
                        object(added, section)));
    }

    private void paths(String page, ObjectNode known, ObjectNode added) {
        added.fieldNames().forEachRemaining(path -> {
            String pointer = JsonPointers.child("#/paths", path);
            if (!(known.get(path) instanceof ObjectNode knownPath)
                    || !(added.get(path) instanceof ObjectNode addedPath)) {
                union(page, pointer, path, known, added);
                return;
            }
            Set<String> names = new TreeSet<>();
            knownPath.fieldNames().forEachRemaining(names::add);
            addedPath.fieldNames().forEachRemaining(names::add);
            names.removeAll(HttpMethods.ALL);
            // Members beside the operations apply to all of them.
            names.forEach(
                    name -> same(page, JsonPointers.child(pointer, name), knownPath.path(name), addedPath.path(name)));
            addedPath.fieldNames().forEachRemaining(name -> {
                if (HttpMethods.ALL.contains(name)) {
                    union(page, JsonPointers.child(pointer, name), name, knownPath, addedPath);
                }
            });
        });
    }

    private void union(String page, String pointer, ObjectNode known, ObjectNode added) {
        added.fieldNames().forEachRemaining(name -> union(page, JsonPointers.child(pointer, name), name, known, added));
    }

    private void union(String page, String pointer, String name, ObjectNode known, ObjectNode added) {
        if (known.has(name)) {
            same(page, pointer, known.get(name), added.get(name));
        } else {
            known.set(name, added.get(name));
            origins.put(pointer, page);
        }
    }

    private void tags(String page, JsonNode added) {
        ArrayNode known = merged.get("tags") instanceof ArrayNode tags ? tags : merged.putArray("tags");
        int index = 0;
        for (JsonNode tag : added) {
            String pointer = "#/tags/" + index++;
            JsonNode same = null;
            for (JsonNode other : known) {
                same = other.path("name").equals(tag.path("name")) ? other : same;
            }
            if (same == null) {
                known.add(tag);
            } else {
                same(page, pointer, same, tag);
            }
        }
    }

    private void same(String page, String pointer, JsonNode known, JsonNode added) {
        if (!known.equals(added)) {
            differences.add(PageDifference.first(pointer, origin(pointer), known, page, added));
        }
    }

    /** Returns the page that a place was taken from. */
    private String origin(String pointer) {
        for (String place = pointer; place.contains("/"); place = place.substring(0, place.lastIndexOf('/'))) {
            if (origins.containsKey(place)) {
                return origins.get(place);
            }
        }
        return first;
    }

    private void rejectDifferences() {
        if (differences.size() == 1) {
            throw new RejectedRevisionException(differences.get(0) + "; expected the same in both");
        }
        if (!differences.isEmpty()) {
            throw new RejectedRevisionException(
                    "The pages differ in " + differences.size() + " places; expected the same in each", differences);
        }
    }
}
