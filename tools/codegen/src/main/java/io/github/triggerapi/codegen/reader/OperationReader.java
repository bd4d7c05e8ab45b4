package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.merge.MergedDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the operations of a document. */
final class OperationReader {

    private static final Set<String> BESIDE_VERBS = Set.of("$ref", "summary", "description", "parameters", "servers");

    private final Document document;
    private final String file;
    private final Problems problems;
    private final Notes notes;
    private final ParameterReader parameters;
    private final BodyReader bodies;
    private final Set<String> methods = new HashSet<>();

    /** The paths by method and by path without names. */
    private final Map<String, String> requests = new HashMap<>();

    /**
     * Creates a reader.
     *
     * @param name the path of the document
     */
    OperationReader(Document document, String name, Problems problems, Notes notes, SchemaReader schemas) {
        this.document = document;
        this.file = name.replaceFirst(".*[/\\\\]", "");
        this.problems = problems;
        this.notes = notes;
        this.parameters = new ParameterReader(document, problems, notes, schemas);
        this.bodies = new BodyReader(document, problems, notes, schemas, parameters);
    }

    List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        for (Node path : document.root().get("paths").members()) {
            if (!path.key().startsWith("x-")) {
                problems.collect(() -> read(path, document.resolve(path), operations));
            }
        }
        return operations;
    }

    private void read(Node path, Node item, List<Operation> operations) {
        if (!path.key().startsWith("/")) {
            throw new InvalidPartException(path, "a path that starts without a slash; expected '/" + path.key() + "'");
        }
        for (Node member : item.members()) {
            if (HttpMethods.ALL.contains(member.key()) && !member.key().equals("trace")) {
                problems.collect(() -> checkDistinct(path, member));
                problems.collect(() -> operations.add(operation(path, item, member)));
            } else if (!BESIDE_VERBS.contains(member.key()) && !member.key().startsWith("x-")) {
                notes.add(member, "left out, as neither Retrofit nor JAX-RS has this verb");
            }
        }
    }

    private void checkDistinct(Node path, Node operation) {
        String verb = operation.key().toUpperCase(Locale.ROOT) + " ";
        String first = requests.putIfAbsent(verb + path.key().replaceAll("\\{[^}]*}", "{}"), path.key());
        if (first != null) {
            throw new InvalidPartException(
                    operation,
                    "the same requests as " + verb + first + "; expected a path that differs in more than names");
        }
    }

    private Operation operation(Node path, Node item, Node node) {
        String id = node.text("operationId");
        if (id.isBlank()) {
            id = Names.operationId(node.key(), path.key());
        }
        Node body = document.resolve(node.get("requestBody"));
        String owner = Names.owner(id);
        List<Node> tags = node.get("tags").elements();
        return new Operation(
                id,
                method(id),
                tags.isEmpty() ? "default" : tags.get(0).json().asText(),
                node.key().toUpperCase(Locale.ROOT),
                path.key(),
                node.text("summary").strip(),
                Description.of(node).withNotes(leftOut(item, node)).withNotes(List.of(source(node))),
                parameters.parameters(item, path.key(), node, owner),
                bodies.bodies(body, owner),
                body.flag("required"),
                bodies.responses(node, owner),
                problems.collect(List.of(), () -> SecurityReader.alternatives(document.root(), node)),
                ServerReader.own(document.root(), item, node),
                new Operation.Classes("", "", ""));
    }

    /** Returns the sentence about the file that describes an operation. */
    private String source(Node operation) {
        Node supplement = operation.get(MergedDocument.SUPPLEMENT);
        return "described by "
                + (supplement.json().isTextual()
                        ? supplement.json().asText() + ", which is not published by Trigger.dev"
                        : file);
    }

    /** Adds notes for what the code of an operation does not express, and returns their reasons. */
    private List<String> leftOut(Node item, Node operation) {
        Map<Node, String> reasons = new LinkedHashMap<>();
        reasons.put(operation.get("callbacks"), "callbacks are left out");
        Node servers = (operation.has("servers") ? operation : item).get("servers");
        if (!servers.elements().isEmpty()
                && ServerReader.own(document.root(), item, operation).isEmpty()) {
            reasons.put(servers, "its server has no absolute URL, so it is sent to that of the others");
        }
        reasons.keySet().removeIf(part -> !part.exists());
        reasons.forEach(notes::add);
        return List.copyOf(reasons.values());
    }

    /** Returns the name of the method of an operation, with a number if an earlier one gives the same constant. */
    private String method(String id) {
        String name = Names.member(id);
        String unique = name;
        for (int number = 2; !methods.add(Names.constant(unique)); number++) {
            boolean afterDigit = Character.isDigit(name.charAt(name.length() - 1));
            unique = name + (afterDigit ? "_" : "") + number;
        }
        return unique;
    }
}
