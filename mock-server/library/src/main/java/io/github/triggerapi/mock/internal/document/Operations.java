package io.github.triggerapi.mock.internal.document;

import io.github.triggerapi.mock.internal.document.Operation.Body;
import io.github.triggerapi.mock.internal.document.Operation.Details;
import io.github.triggerapi.mock.internal.document.Operation.Parameter;
import io.github.triggerapi.mock.internal.document.Responses.Content;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SecurityScheme;
import io.github.triggerapi.openapi.SecurityScheme.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a document. */
final class Operations {
    /** Headers that OpenAPI describes elsewhere. */
    private static final Set<String> RESERVED = Set.of("accept", "content-type", "authorization");

    /** Headers of responses that depend on the response itself, or on the connection. */
    private static final Set<String> NOT_OF_THE_DOCUMENT =
            Set.of("connection", "content-encoding", "content-length", "content-type", "date", "transfer-encoding");

    private final Document document;
    private final Schema.Source schemas;

    Operations(Document document) {
        this.document = document;
        this.schemas = new Schema.Source(document, MessageDirection.REQUEST);
    }

    List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        for (Node path : document.at("#/paths").members()) {
            Node item = document.at(path.pointer());
            for (String method : HttpMethods.ALL) {
                if (item.has(method)) {
                    operations.add(new Operation(
                            method.toUpperCase(Locale.ROOT), path.key(), () -> details(item, item.get(method))));
                }
            }
        }
        return List.copyOf(operations);
    }

    private Details details(Node item, Node operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node owner : List.of(item, operation)) {
            for (Node element : owner.get("parameters").elements()) {
                Parameter parameter = parameter(document.at(element.pointer()));
                if (parameter != null) {
                    parameters.put(parameter.place(), parameter);
                }
            }
        }
        Node body = document.at(operation.get("requestBody").pointer());
        return new Details(
                security(operation),
                List.copyOf(parameters.values()),
                body.flag("required"),
                consumes(body.get("content")),
                responses(operation.get("responses")));
    }

    private @Nullable Parameter parameter(Node parameter) {
        String in = parameter.text("in");
        String name = parameter.text("name");
        boolean known = Set.of("path", "query", "cookie").contains(in)
                || in.equals("header") && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        if (!known) {
            return null;
        }
        List<Node> content = parameter.get("content").members();
        String usual = Set.of("query", "cookie").contains(in) ? "form" : "simple";
        String style = content.isEmpty() ? parameter.json().path("style").asText(usual) : "content";
        boolean explode = parameter.json().path("explode").asBoolean(style.equals("form"));
        Node schema = (content.isEmpty() ? parameter : content.get(0)).get("schema");
        FlattenedSchema flattened = FlattenedSchema.of(document, schema);
        boolean opaque = content.isEmpty()
                ? !schema.exists() || isOpaque(in, style, usual, explode, flattened)
                : !MediaTypes.isJson(content.get(0).key()) || in.equals("cookie");
        return new Parameter(
                name,
                in,
                parameter.flag("required"),
                opaque ? Parameter.OPAQUE : style,
                explode,
                flattened,
                schemas.at(schema.pointer()));
    }

    /** Returns whether OpenAPI does not define how a value is written, or hardly anyone uses it. */
    private static boolean isOpaque(String in, String style, String usual, boolean explode, FlattenedSchema value) {
        if (style.equals("matrix") || style.equals("label")) {
            return true;
        }
        if (value.mayBeSimple()) {
            return false;
        }
        boolean query = in.equals("query");
        if (value.is("array")) {
            boolean delimited =
                    query && Set.of("spaceDelimited", "pipeDelimited").contains(style);
            return in.equals("cookie")
                    || !style.equals(usual) && !delimited
                    || !value.items().isSimple();
        }
        List<FlattenedSchema> members =
                value.memberNames().stream().map(value::member).toList();
        if (query && style.equals("deepObject")) {
            return members.isEmpty();
        }
        return in.equals("cookie")
                || !style.equals(usual)
                || members.isEmpty()
                || !(query && explode) && !members.stream().allMatch(FlattenedSchema::isSimple);
    }

    private Map<String, Body> consumes(Node content) {
        Map<String, Body> types = new LinkedHashMap<>();
        for (Node media : content.members()) {
            Node schema = media.get("schema");
            types.put(
                    document.mediaType(content, media),
                    new Body(schemas.at(schema.pointer()), FlattenedSchema.of(document, schema)));
        }
        return types;
    }

    private Responses responses(Node responses) {
        Map<String, Content> byStatus = new LinkedHashMap<>();
        for (Node response : responses.members()) {
            Map<String, String> pointers = new LinkedHashMap<>();
            Node content = document.at(response.pointer()).get("content");
            content.members().forEach(media -> pointers.put(document.mediaType(content, media), media.pointer()));
            Map<String, String> headers = new LinkedHashMap<>();
            document.at(response.pointer()).get("headers").members().stream()
                    .filter(header -> !NOT_OF_THE_DOCUMENT.contains(header.key().toLowerCase(Locale.ROOT)))
                    .forEach(header -> headers.put(
                            header.key(), document.at(header.pointer()).pointer()));
            byStatus.put(response.key(), new Content(pointers, headers));
        }
        return new Responses(byStatus);
    }

    /** Returns the alternative credentials; none if a request without any that are known here satisfies one of them. */
    private List<List<SecurityScheme>> security(Node operation) {
        Node security = operation.has("security") ? operation.get("security") : document.at("#/security");
        List<List<SecurityScheme>> alternatives = new ArrayList<>();
        for (Node alternative : security.elements()) {
            alternatives.add(alternative.names().stream()
                    .map(document::securityScheme)
                    .filter(scheme -> scheme.kind() != Kind.OTHER)
                    .toList());
        }
        return alternatives.stream().anyMatch(List::isEmpty) ? List.of() : List.copyOf(alternatives);
    }
}
