package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Part;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the operations of a document. */
final class OperationReader {

    private static final Set<String> BESIDE_VERBS = Set.of("summary", "description", "parameters", "servers");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern PLACEHOLDER_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

    private final Document document;
    private final Problems problems;
    private final SchemaReader schemas;
    private final Map<String, Node> methods = new LinkedHashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    OperationReader(Document document, Problems problems, SchemaReader schemas) {
        this.document = document;
        this.problems = problems;
        this.schemas = schemas;
    }

    List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        for (Node path : document.root().get("paths").members()) {
            for (Node member : path.members()) {
                if (HttpMethods.ALL.contains(member.key()) && !member.key().equals("trace")) {
                    problems.collect(() -> operations.add(operation(path, member)));
                } else if (!BESIDE_VERBS.contains(member.key()) && !member.key().startsWith("x-")) {
                    problems.collect(() -> {
                        throw new UnsupportedPartException(member, "not a verb that is supported");
                    });
                }
            }
        }
        return operations;
    }

    /** Returns what was left out, each with its JSON pointer and the reason. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private Operation operation(Node path, Node node) {
        String id = node.text("operationId");
        if (id.isBlank()) {
            throw new UnsupportedPartException(node, "operationId is missing, from which its method gets its name");
        }
        for (String unsupported : List.of("callbacks", "servers")) {
            if (node.has(unsupported)) {
                throw new UnsupportedPartException(node.get(unsupported), unsupported + " are not supported");
            }
        }
        Node other = methods.putIfAbsent(Names.member(id), node);
        if (other != null) {
            throw new UnsupportedPartException(node.get("operationId"), id + " is also that of " + other.pointer());
        }
        SchemaReader.checkLength(node.get("operationId"), Names.parameters(id), "shorten the operationId");
        Node body = document.resolve(node.get("requestBody"));
        return new Operation(
                id,
                Names.member(id),
                tag(node),
                node.key().toUpperCase(Locale.ROOT),
                path.key(),
                node.text("summary").strip(),
                Description.of(node),
                parameters(path, node, Names.owner(id)),
                bodies(body, Names.owner(id)),
                body.flag("required"),
                responses(node, Names.owner(id)),
                SecurityReader.alternatives(document.root(), node));
    }

    /** Returns the first tag, from which the interface of the operation gets its name. */
    private String tag(Node operation) {
        List<Node> listed = operation.get("tags").elements();
        String tag = listed.isEmpty() ? "default" : listed.get(0).json().asText();
        SchemaReader.checkLength(operation.get("tags"), Names.api(tag), "shorten the tag");
        String other = tags.putIfAbsent(Names.api(tag), tag);
        if (other != null && !other.equals(tag)) {
            throw new UnsupportedPartException(
                    operation.get("tags"), "the interface of " + tag + " would be called as that of " + other);
        }
        return tag;
    }

    private List<Parameter> parameters(Node path, Node operation, String owner) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node holder : List.of(path, operation)) {
            for (Node element : holder.get("parameters").elements()) {
                Node node = document.resolve(element);
                if (Parameter.isIgnored(node.text("in"), node.text("name"))) {
                    notes.add(element.pointer() + ": the header parameter " + node.text("name")
                            + " is left out, as OpenAPI ignores it");
                    continue;
                }
                Parameter parameter = parameter(node, owner);
                parameters.put(parameter.in() + " " + parameter.name(), parameter);
            }
        }
        List<String> placeholders = PLACEHOLDER
                .matcher(path.key())
                .results()
                .map(placeholder -> placeholder.group(1))
                .toList();
        for (String name : placeholders) {
            if (!parameters.containsKey("path " + name)) {
                throw new UnsupportedPartException(operation, "no parameter is defined for {" + name + "} of the path");
            }
        }
        for (Parameter parameter : parameters.values()) {
            if (parameter.in().equals("path") && !placeholders.contains(parameter.name())) {
                throw new UnsupportedPartException(operation, "the path has no {" + parameter.name() + "}");
            }
        }
        return Stream.concat(
                        // In the order of the path, as the order in the document may change.
                        placeholders.stream().distinct().map(name -> parameters.get("path " + name)),
                        parameters.values().stream()
                                .filter(parameter -> !parameter.in().equals("path")))
                .toList();
    }

    private Parameter parameter(Node node, String owner) {
        String name = node.text("name");
        String in = node.text("in");
        if (!Set.of("path", "query", "header").contains(in)) {
            throw new UnsupportedPartException(node.get("in"), "parameters in " + in + " are not supported");
        }
        if (!node.has("schema")) {
            throw new UnsupportedPartException(node, "a parameter without schema is not supported");
        }
        if (in.equals("path") && !PLACEHOLDER_NAME.matcher(name).matches()) {
            throw new UnsupportedPartException(node.get("name"), "not a name that a path can hold: " + name);
        }
        if (in.equals("header")) {
            HttpSyntax.checkFieldName(node.get("name"), name);
        }
        boolean inComponents = node.pointer().startsWith("#/components/parameters/");
        String className = inComponents ? Names.type(node.key()) + "Parameter" : owner + Names.pascal(name);
        TypedValue value = schemas.read(node.get("schema"), className).describedBy(Description.of(node));
        boolean deepObject = node.text("style").equals("deepObject");
        checkSerialization(node, in, value.type(), deepObject);
        return new Parameter(name, in, node.flag("required"), deepObject, value, node.pointer());
    }

    private void checkSerialization(Node node, String in, Type type, boolean deepObject) {
        String style = node.text("style");
        String usual = in.equals("query") ? "form" : "simple";
        if (!style.isEmpty() && !style.equals(usual) && !(deepObject && in.equals("query"))) {
            throw new UnsupportedPartException(node.get("style"), "style " + style + " is not supported in " + in);
        }
        boolean list = type instanceof Type.ListOf;
        if (list
                && (!in.equals("query")
                        || node.has("explode") && !node.json().get("explode").asBoolean())) {
            throw new UnsupportedPartException(node, "only query parameters that explode may be arrays");
        }
        Type single = type instanceof Type.ListOf array ? array.items().type() : type;
        boolean simple = single instanceof Type.Scalar || schemas.isEnum(single);
        boolean object = schemas.isObject(single);
        if (deepObject ? !object : !simple) {
            throw new UnsupportedPartException(
                    node.get("schema"),
                    deepObject ? "style deepObject without an object" : "a parameter that is no simple value");
        }
    }

    private List<Body> bodies(Node body, String owner) {
        List<Body> bodies = new ArrayList<>();
        List<Node> contents = body.get("content").members();
        for (Node content : contents) {
            String mediaType = content.key();
            HttpSyntax.checkMediaType(content);
            String className = owner + "Request" + (bodies.isEmpty() ? "" : Names.pascal(mediaType));
            if (isJson(mediaType)) {
                TypedValue value = schemas.read(content.get("schema"), className);
                if (value.nullable()) {
                    throw new UnsupportedPartException(content.get("schema"), "a request body may not be null");
                }
                bodies.add(new Body(mediaType, Optional.of(value), List.of()));
            } else if (mediaType.startsWith("multipart/")) {
                bodies.add(new Body(mediaType, Optional.empty(), parts(content)));
            } else if (mediaType.equals("application/x-www-form-urlencoded")) {
                throw new UnsupportedPartException(content, "form bodies are not supported");
            } else {
                bodies.add(new Body(mediaType, Optional.empty(), List.of()));
            }
        }
        return bodies;
    }

    private List<Part> parts(Node content) {
        if (content.has("encoding")) {
            throw new UnsupportedPartException(content.get("encoding"), "encoding of parts is not supported");
        }
        Node schema = document.resolve(content.get("schema"));
        List<String> required = schema.strings("required");
        List<Part> parts = schema.get("properties").members().stream()
                .map(part -> new Part(part.key(), required.contains(part.key()), Description.of(part)))
                .toList();
        if (parts.isEmpty()) {
            throw new UnsupportedPartException(content, "a multipart body without parts");
        }
        return parts;
    }

    private List<Response> responses(Node operation, String owner) {
        List<Response> responses = new ArrayList<>();
        String first = operation.get("responses").names().stream()
                .filter(status -> status.startsWith("2"))
                .sorted()
                .findFirst()
                .orElse("");
        for (Node member : operation.get("responses").members()) {
            if (member.key().startsWith("x-")) {
                continue;
            }
            HttpSyntax.checkStatus(member);
            Node response = document.resolve(member);
            String className = owner + "Response" + (member.key().equals(first) ? "" : Names.pascal(member.key()));
            List<Node> contents = response.get("content").members();
            Optional<Node> json = contents.stream().filter(c -> isJson(c.key())).findFirst();
            if (contents.size() > 1
                    && contents.stream().filter(c -> isJson(c.key())).count() != contents.size()) {
                throw new UnsupportedPartException(response.get("content"), "JSON beside other media types");
            }
            for (Node content : contents) {
                HttpSyntax.checkMediaType(content);
                if (json.isPresent()
                        && !content.get("schema")
                                .json()
                                .equals(json.get().get("schema").json())) {
                    throw new UnsupportedPartException(
                            content.get("schema"),
                            "differs from " + json.get().get("schema").pointer());
                }
            }
            responses.add(new Response(
                    member.key(),
                    response.text("description").strip(),
                    contents.stream().map(Node::key).toList(),
                    json.filter(content -> content.has("schema"))
                            .map(content -> schemas.read(content.get("schema"), className))));
        }
        return responses;
    }

    private static boolean isJson(String mediaType) {
        return mediaType.matches("application/(?:[^;]*\\+)?json(?:\\s*;.*)?") || mediaType.equals("*/*");
    }
}
