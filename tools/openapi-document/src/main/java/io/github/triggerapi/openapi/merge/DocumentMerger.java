package io.github.triggerapi.openapi.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the operations of a supplement to a document that does not describe them.
 *
 * <p>The document decides: an operation that it has, with whatever names in the path, is left out of the supplement. A
 * component of the supplement whose name the document has for something else gets another name, and so does an {@code
 * operationId}. A component that no added operation needs is left out.
 */
public final class DocumentMerger {

    private static final String SUFFIX = "Supplement";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private final Document vendored;
    private final ObjectNode merged;
    private final Document supplement;
    private final String name;

    private final List<String> replaced = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final Map<String, String> moved = new LinkedHashMap<>();

    private DocumentMerger(Document vendored, JsonNode supplement, String name) {
        this.vendored = vendored;
        this.merged = vendored.root().json().deepCopy();
        this.supplement = Document.of(supplement.deepCopy());
        this.name = name;
    }

    /**
     * Merges two documents, which stay unchanged.
     *
     * @param vendoredName the file name of the vendored document, for messages
     * @param name the file name of the supplement, for messages and for {@link MergedDocument#SUPPLEMENT}
     * @throws MergeException if the supplement has faults, or the document has no operations and components
     */
    public static MergedDocument merge(JsonNode vendored, String vendoredName, JsonNode supplement, String name) {
        Document document = Document.of(vendored);
        Document other = Document.of(supplement);
        List<String> ofVendored = SupplementCheck.shape(document);
        List<String> ofSupplement = new ArrayList<>(SupplementCheck.shape(other));
        if (ofSupplement.isEmpty()) {
            ofSupplement.addAll(SupplementCheck.content(other));
            ofSupplement.addAll(ofVendored.isEmpty() ? SupplementCheck.version(other, document) : List.of());
        }
        List<String> faults = new ArrayList<>(at(vendoredName, ofVendored));
        faults.addAll(at(name, ofSupplement));
        throwIfAny(faults);
        return new DocumentMerger(document, supplement, name).merge();
    }

    private static List<String> at(String name, List<String> faults) {
        return faults.stream().map(fault -> name + ": " + fault).toList();
    }

    private static void throwIfAny(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new MergeException(faults);
        }
    }

    private MergedDocument merge() {
        inlinePathItems();
        List<Node> added = addedOperations();
        added.forEach(this::makeIndependentOfRoot);
        ComponentUse use = new ComponentUse(supplement);
        rejectOtherReferences(added, use);
        Set<String> needed = use.neededBy(places(added));
        Map<String, String> renamed = renamed(needed, use);
        rename(renamed);
        renameOperations(added);
        for (Node section : supplement.root().get("components").members()) {
            for (Node component : section.key().startsWith("x-") ? List.<Node>of() : section.members()) {
                String pointer = component.pointer();
                if (!needed.contains(pointer)) {
                    leaveOut(pointer, "no added operation needs it");
                } else if (!isInVendored(pointer) || renamed.containsKey(pointer)) {
                    member(member(merged, "components"), section.key())
                            .set(JsonPointers.lastName(renamed.getOrDefault(pointer, pointer)), component.json());
                }
            }
        }
        added.forEach(this::add);
        addTags(added);
        return new MergedDocument(merged, replaced, messages, moved);
    }

    /** Replaces path items that are references, as operations are added one by one. One that leads nowhere stays. */
    private void inlinePathItems() {
        for (Document document : List.of(supplement, Document.of(merged))) {
            Node paths = document.root().get("paths");
            for (Node path : paths.members()) {
                Node item = path.has("$ref") ? document.target(path.text("$ref")) : path;
                if (path.has("$ref") && item.json().isObject()) {
                    ((ObjectNode) paths.json()).set(path.key(), item.json().deepCopy());
                }
            }
        }
    }

    private List<Node> addedOperations() {
        Set<String> described = Document.of(merged).operations().stream()
                .map(SupplementCheck::request)
                .collect(Collectors.toSet());
        List<Node> added = new ArrayList<>();
        for (Node operation : supplement.operations()) {
            if (described.contains(SupplementCheck.request(operation))) {
                replaced.add(operation.key().toUpperCase(Locale.ROOT) + " " + path(operation));
                leaveOut(operation.pointer(), "the vendored document describes the operation");
            } else {
                added.add(operation);
            }
        }
        return added;
    }

    private void leaveOut(String pointer, String reason) {
        moved.put(pointer, "");
        messages.add(name + ": " + pointer + ": left out, as " + reason);
    }

    private static String path(Node operation) {
        String pointer = operation.pointer();
        return JsonPointers.lastName(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** Writes into an operation what it has from the root of the supplement, where the vendored document has something else. */
    private void makeIndependentOfRoot(Node operation) {
        JsonNode own = supplement.root().json();
        ObjectNode json = (ObjectNode) operation.json();
        if (!json.has("security") && !hasSecurityOfVendored()) {
            json.set("security", own.has("security") ? own.get("security").deepCopy() : json.arrayNode());
        }
        JsonNode servers = item(operation).json().has("servers") ? own.path("none") : own.path("servers");
        if (!json.has("servers") && servers.isArray() && !servers.equals(merged.path("servers"))) {
            json.set("servers", servers.deepCopy());
        }
        json.put(MergedDocument.SUPPLEMENT, name);
    }

    /** Returns whether the roots of both documents require the same credentials: equal names may be those of different schemes. */
    private boolean hasSecurityOfVendored() {
        Node own = supplement.root().get("security");
        return own.json().equals(merged.path("security"))
                && own.elements().stream()
                        .flatMap(alternative -> alternative.names().stream())
                        .map(scheme -> JsonPointers.child("#/components/securitySchemes", scheme))
                        .allMatch(scheme -> ProseComparison.isEqual(
                                vendored.at(scheme).json(),
                                supplement.at(scheme).json()));
    }

    private Node item(Node operation) {
        return supplement.at(
                operation.pointer().substring(0, operation.pointer().lastIndexOf('/')));
    }

    /** Returns the pointers of operations and of what applies to them beside them. */
    private Set<String> places(List<Node> operations) {
        Set<String> places = new LinkedHashSet<>();
        for (Node operation : operations) {
            places.add(operation.pointer());
            item(operation).members().stream()
                    .filter(member -> !HttpMethods.ALL.contains(member.key()))
                    .forEach(member -> places.add(member.pointer()));
        }
        return places;
    }

    /** Rejects references to what may not be in the merged document, such as operations and extensions. */
    private void rejectOtherReferences(List<Node> added, ComponentUse use) {
        Set<String> places = places(added);
        places.addAll(use.neededBy(places));
        List<String> faults = places.stream()
                .flatMap(place -> use.targetsIn(place).stream()
                        .filter(target -> ComponentUse.component(target).isEmpty())
                        .map(target -> place + ": refers to " + target + "; expected a reference to a component, as"
                                + " nothing else is added to the operations"))
                .toList();
        throwIfAny(at(name, faults));
    }

    private boolean isInVendored(String pointer) {
        return vendored.at(pointer).exists();
    }

    /** Returns the new pointers of components whose names the vendored document has for something else. */
    private Map<String, String> renamed(Set<String> needed, ComponentUse use) {
        Set<String> different = new HashSet<>();
        List<String> shared = needed.stream().filter(this::isInVendored).toList();
        boolean more = true;
        while (more) {
            more = different.addAll(shared.stream()
                    .filter(pointer -> !ProseComparison.isEqual(
                                    vendored.at(pointer).json(),
                                    supplement.at(pointer).json())
                            // Equal references to different components.
                            || use.targetsIn(pointer).stream()
                                    .map(ComponentUse::component)
                                    .anyMatch(different::contains))
                    .toList());
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String pointer : shared) {
            if (different.contains(pointer)) {
                String target = pointer + SUFFIX;
                for (int number = 2;
                        isInVendored(target) || supplement.at(target).exists();
                        number++) {
                    target = pointer + SUFFIX + number;
                }
                renamed.put(pointer, target);
                moved.put(pointer, target);
                messages.add(name + ": " + pointer + ": named " + JsonPointers.lastName(target)
                        + ", as the vendored document has another component of this name");
            }
        }
        return renamed;
    }

    private void rename(Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return;
        }
        SchemaLocations locations = SchemaLocations.of(supplement.root());
        for (Node schema : locations.schemas()) {
            if (schema.get("discriminator").json() instanceof ObjectNode discriminator) {
                keepValues(discriminator, kinds(schema, locations), renamed);
            }
        }
        for (Node reference : locations.references()) {
            String target = supplement.target(reference.text("$ref")).pointer();
            String component = ComponentUse.component(target);
            if (renamed.containsKey(component)) {
                String rest = target.substring(component.length());
                ((ObjectNode) reference.json()).put("$ref", renamed.get(component) + rest);
            }
        }
        for (Node operation : supplement.operations()) {
            for (Node alternative : operation.get("security").elements()) {
                ObjectNode json = (ObjectNode) alternative.json();
                ObjectNode copy = json.deepCopy();
                json.removeAll();
                copy.properties().forEach(scheme -> {
                    String pointer = JsonPointers.child("#/components/securitySchemes", scheme.getKey());
                    json.set(JsonPointers.lastName(renamed.getOrDefault(pointer, pointer)), scheme.getValue());
                });
            }
        }
    }

    /** Writes down the values of a discriminator that are names of renamed schemas, as they are sent. */
    private static void keepValues(ObjectNode discriminator, Stream<String> kinds, Map<String, String> renamed) {
        ObjectNode mapping =
                discriminator.path("mapping") instanceof ObjectNode present ? present : discriminator.objectNode();
        Set<String> mapped = new HashSet<>();
        mapping.properties().forEach(value -> {
            String target = ComponentUse.schemaOf(value.getValue().asText());
            mapped.add(target);
            value.setValue(mapping.textNode(
                    renamed.getOrDefault(target, value.getValue().asText())));
        });
        kinds.filter(kind -> renamed.containsKey(kind) && !mapped.contains(kind))
                .forEach(kind -> mapping.put(JsonPointers.lastName(kind), renamed.get(kind)));
        if (!mapping.isEmpty()) {
            discriminator.set("mapping", mapping);
        }
    }

    /** Returns the pointers of the schemas that a discriminator chooses from: the branches, and what extends its schema. */
    private Stream<String> kinds(Node schema, SchemaLocations locations) {
        Stream<String> branches = Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> schema.get(keyword).elements().stream())
                .map(branch -> branch.text("$ref"));
        Stream<String> extending = locations.schemas().stream()
                .filter(other -> other.get("allOf").elements().stream()
                        .anyMatch(base -> base.has("$ref")
                                && supplement.resolve(base).pointer().equals(schema.pointer())))
                .map(Node::pointer);
        return Stream.concat(branches, extending);
    }

    private void renameOperations(List<Node> added) {
        Set<String> taken = Stream.of(Document.of(merged), supplement)
                .flatMap(document -> document.operations().stream())
                .map(operation -> operation.text("operationId"))
                .collect(Collectors.toSet());
        Set<String> ofVendored = Document.of(merged).operations().stream()
                .map(operation -> operation.text("operationId"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        for (Node operation : added) {
            String id = operation.text("operationId");
            if (ofVendored.contains(id)) {
                String other = id + SUFFIX;
                for (int number = 2; !taken.add(other); number++) {
                    other = id + SUFFIX + number;
                }
                ((ObjectNode) operation.json()).put("operationId", other);
                renameLinks(supplement.root().json(), id, other);
                messages.add(name + ": " + operation.pointer() + ": named " + other
                        + ", as the vendored document has another operation with the operationId " + id);
            }
        }
    }

    private static void renameLinks(JsonNode node, String from, String to) {
        for (JsonNode link : node.path("links")) {
            if (link instanceof ObjectNode object
                    && object.path("operationId").asText().equals(from)) {
                object.put("operationId", to);
            }
        }
        node.forEach(child -> renameLinks(child, from, to));
    }

    private void add(Node operation) {
        String path = path(operation);
        ObjectNode paths = member(merged, "paths");
        Node item = item(operation);
        String present = present(paths, path);
        if (present.isEmpty()) {
            ObjectNode copy = item.json().deepCopy();
            copy.retain(item.names().stream()
                    .filter(member -> !HttpMethods.ALL.contains(member))
                    .toList());
            copy.set(operation.key(), operation.json());
            paths.set(path, copy);
            return;
        }
        ObjectNode json = (ObjectNode) operation.json();
        if (isInVendored(JsonPointers.child("#/paths", present))) {
            // What the supplement says of the path must not apply to the operations of the vendored document.
            addParameters(item, json);
            nameAsIn(present, path, json);
            if (item.has("servers") && !json.has("servers")) {
                json.set("servers", item.get("servers").json());
            }
        }
        ((ObjectNode) paths.get(present)).set(operation.key(), json);
        if (!present.equals(path)) {
            moved.put(operation.pointer(), "#/paths/" + JsonPointers.escape(present) + "/" + operation.key());
        }
    }

    /** Returns the path of the merged document with the same requests; empty if there is none. */
    private static String present(ObjectNode paths, String path) {
        String template = SupplementCheck.template(path);
        return paths.properties().stream()
                .map(Map.Entry::getKey)
                .filter(other -> SupplementCheck.template(other).equals(template))
                .findFirst()
                .orElse("");
    }

    /** Adds the parameters of a path to those of an operation, whose pointers stay. */
    private void addParameters(Node item, ObjectNode operation) {
        ArrayNode parameters = operation.arrayNode();
        Node own = new Node("", operation).get("parameters");
        Set<String> names = own.elements().stream().map(this::identity).collect(Collectors.toSet());
        own.elements().forEach(parameter -> parameters.add(parameter.json()));
        item.get("parameters").elements().stream()
                .filter(parameter -> !names.contains(identity(parameter)))
                .forEach(parameter -> parameters.add(parameter.json().deepCopy()));
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private String identity(Node parameter) {
        Node resolved = resolved(parameter);
        return resolved.text("in") + " " + resolved.text("name");
    }

    /** Returns a parameter whose reference may be to a component that is renamed already. */
    private Node resolved(Node parameter) {
        if (!parameter.has("$ref")) {
            return parameter;
        }
        Node component = Document.of(merged).target(parameter.text("$ref"));
        return component.exists() ? Document.of(merged).resolve(component) : supplement.resolve(parameter);
    }

    /** Gives the parameters of a path the names that the vendored document has for them. */
    private void nameAsIn(String present, String path, ObjectNode operation) {
        List<String> names = parameters(present);
        List<String> own = parameters(path);
        if (!(operation.get("parameters") instanceof ArrayNode parameters)) {
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            Node resolved = resolved(new Node("", parameters.get(i)));
            int index = resolved.text("in").equals("path") ? own.indexOf(resolved.text("name")) : -1;
            if (index >= 0 && !own.get(index).equals(names.get(index))) {
                ObjectNode copy = resolved.json().deepCopy();
                copy.put("name", names.get(index));
                parameters.set(i, copy);
            }
        }
    }

    private static List<String> parameters(String path) {
        Matcher matcher = PARAMETER.matcher(path);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private void addTags(List<Node> added) {
        Set<String> used = added.stream()
                .flatMap(operation -> operation.strings("tags").stream())
                .collect(Collectors.toCollection(HashSet::new));
        merged.path("tags").forEach(tag -> used.remove(tag.path("name").asText()));
        for (Node tag : supplement.root().get("tags").elements()) {
            if (used.contains(tag.text("name"))) {
                (merged.get("tags") instanceof ArrayNode tags ? tags : merged.putArray("tags")).add(tag.json());
            }
        }
    }

    private static ObjectNode member(ObjectNode owner, String name) {
        return owner.get(name) instanceof ObjectNode present ? present : owner.putObject(name);
    }
}
