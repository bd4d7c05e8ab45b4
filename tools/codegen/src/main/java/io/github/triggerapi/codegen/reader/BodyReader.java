package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Form;
import io.github.triggerapi.codegen.model.Operation.Header;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Part;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the bodies of requests and responses. A body that has no type is raw: its bytes. */
final class BodyReader {

    private final Document document;
    private final Problems problems;
    private final Notes notes;
    private final SchemaReader schemas;
    private final ParameterReader parameters;

    BodyReader(Document document, Problems problems, Notes notes, SchemaReader schemas, ParameterReader parameters) {
        this.document = document;
        this.problems = problems;
        this.notes = notes;
        this.schemas = schemas;
        this.parameters = parameters;
    }

    /**
     * Returns a body for each media type of a request.
     *
     * @param owner the start of the names of their classes
     */
    List<Body> bodies(Node requestBody, String owner) {
        List<Body> bodies = new ArrayList<>();
        for (Node content : requestBody.get("content").members()) {
            problems.collect(() -> {
                HttpSyntax.checkMediaType(content);
                String mediaType = document.mediaType(requestBody.get("content"), content);
                String className = owner + "Request" + (bodies.isEmpty() ? "" : Names.pascal(mediaType));
                bodies.add(body(content, mediaType, className, owner));
            });
        }
        return bodies;
    }

    private Body body(Node content, String mediaType, String className, String owner) {
        if (Response.isJson(mediaType)) {
            TypedValue value = schemas.read(content.get("schema"), className);
            if (value.nullable()) {
                value = schemas.noted(
                        value.notNullable(), content.get("schema"), "the body is never null, as it is then absent");
            }
            return new Body(mediaType, Optional.of(value), List.of(), Optional.empty());
        }
        List<Part> parts = mediaType.startsWith("multipart/") ? parts(content, className) : List.of();
        List<Parameter> fields =
                mediaType.equals("application/x-www-form-urlencoded") ? fields(content, owner) : List.of();
        if (parts.isEmpty() && fields.isEmpty() && content.has("schema") && !isBytes(content.get("schema"))) {
            notes.add(content, "the body is raw, as only JSON, forms and the parts of multipart bodies have types");
        }
        Optional<Form> form = fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Form(schemas.className(content, owner + "Form"), fields));
        return new Body(mediaType, Optional.empty(), parts, form);
    }

    private List<Parameter> fields(Node content, String owner) {
        Node schema = document.resolve(content.get("schema"));
        List<String> required = schema.strings("required");
        return schema.get("properties").members().stream()
                .map(property -> parameters.field(
                        property,
                        content.get("encoding").get(property.key()),
                        required.contains(property.key()),
                        SchemaReader.classNameOf(schema, owner + "Form") + Names.pascal(property.key())))
                .toList();
    }

    /** Returns whether a schema says no more than that a body is text or bytes. */
    private boolean isBytes(Node schema) {
        return document.resolve(schema).text("type").equals("string");
    }

    private List<Part> parts(Node content, String className) {
        Node schema = document.resolve(content.get("schema"));
        List<String> required = schema.strings("required");
        return schema.get("properties").members().stream()
                .map(property -> {
                    Node encoding = content.get("encoding").get(property.key());
                    String owner = SchemaReader.classNameOf(schema, className);
                    return part(property, encoding, required.contains(property.key()), owner);
                })
                .toList();
    }

    private Part part(Node property, Node encoding, boolean required, String owner) {
        String name = property.key();
        List<String> types = JsonTypes.listed(document.resolve(property));
        boolean otherType = encoding.has("contentType") && !Response.isJson(encoding.text("contentType"));
        // Others have no type, and need no class.
        Optional<TypedValue> value = types.isEmpty() || types.contains("object") && !otherType
                ? Optional.of(schemas.read(property, owner + Names.pascal(name)))
                : Optional.empty();
        boolean repeated = types.contains("array")
                || value.filter(one -> one.type() instanceof Type.ListOf).isPresent();
        Optional<TypedValue> json = value.filter(one -> schemas.isObject(one.type()) && !otherType);
        return new Part(name, required, repeated, json, Description.of(property));
    }

    /**
     * Returns the documented responses.
     *
     * @param owner the start of the names of their classes
     */
    List<Response> responses(Node operation, String owner) {
        List<Response> responses = new ArrayList<>();
        Optional<Node> first = operation.get("responses").members().stream()
                .filter(BodyReader::isSuccess)
                .min(Comparator.comparing(Node::key));
        Optional<Node> firstSchema = first.flatMap(success -> schema(json(success)));
        for (Node member : operation.get("responses").members()) {
            if (member.key().startsWith("x-")) {
                continue;
            }
            Optional<Node> schema = schema(json(member));
            // Successes with the same body share a class.
            boolean same = isSuccess(member) && schema.map(Node::json).equals(firstSchema.map(Node::json));
            String className = owner + "Response"
                    + (same || first.filter(member::equals).isPresent() ? "" : Names.pascal(member.key()));
            problems.collect(() -> {
                HttpSyntax.checkStatus(member);
                responses.add(response(member, same ? firstSchema : schema, className));
            });
        }
        return responses;
    }

    private static boolean isSuccess(Node response) {
        return response.key().startsWith("2");
    }

    private List<Node> json(Node response) {
        Node contents = document.resolve(response).get("content");
        return contents.members().stream()
                .filter(content -> Response.isJson(document.mediaType(contents, content)))
                .toList();
    }

    private static Optional<Node> schema(List<Node> contents) {
        return contents.stream()
                .filter(content -> content.has("schema"))
                .findFirst()
                .map(content -> content.get("schema"));
    }

    private Response response(Node member, Optional<Node> schema, String className) {
        Node response = document.resolve(member);
        if (response.has("links")) {
            notes.add(response.get("links"), "links are left out");
        }
        List<Node> contents = response.get("content").members();
        contents.forEach(content -> problems.collect(() -> HttpSyntax.checkMediaType(content)));
        List<Node> json = json(member);
        List<Node> others =
                contents.stream().filter(content -> !json.contains(content)).toList();
        if (!json.isEmpty()) {
            others.forEach(content -> notes.add(
                    content,
                    "raw: the client has a method of its own for it if it is a success, the stubs answer with JSON"));
            json.stream()
                    .filter(content -> !content.get("schema")
                            .json()
                            .equals(json.get(0).get("schema").json()))
                    .forEach(content ->
                            notes.add(content, "read as " + document.mediaType(response.get("content"), json.get(0))));
        }
        return new Response(
                member.key(),
                response.text("description").strip(),
                Stream.concat(json.stream(), others.stream())
                        .map(content -> document.mediaType(response.get("content"), content))
                        .toList(),
                schema.map(node -> schemas.read(node, className)),
                headers(response));
    }

    private List<Header> headers(Node response) {
        List<Header> headers = new ArrayList<>();
        for (Node member : response.get("headers").members()) {
            problems.collect(() -> {
                HttpSyntax.checkFieldName(member, member.key());
                Node header = document.resolve(member);
                String type = document.resolve(header.get("schema")).text("type");
                if (!Parameter.isIgnored("header", member.key())) {
                    headers.add(new Header(
                            member.key(),
                            header.flag("required"),
                            type.isEmpty() ? "string" : type,
                            Description.of(header)));
                }
            });
        }
        return headers;
    }
}
