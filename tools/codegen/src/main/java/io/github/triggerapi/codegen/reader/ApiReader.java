package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.DocumentFile;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a document, or reports everything in it that generated code cannot express. */
public final class ApiReader {

    private ApiReader() {}

    /**
     * Reads a document.
     *
     * @throws UnsupportedDocumentException with the JSON pointer and the reason for each unsupported part
     */
    public static Api read(Path file) {
        return read(DocumentFile.read(file), file.toString());
    }

    /**
     * Reads a parsed document.
     *
     * @param name the name of the document in messages
     * @throws UnsupportedDocumentException with the JSON pointer and the reason for each unsupported part
     */
    public static Api read(Document document, String name) {
        Problems problems = new Problems();
        SchemaReader schemas = new SchemaReader(document, problems);
        schemas.readComponents();
        OperationReader reader = new OperationReader(document, problems, schemas);
        List<Operation> operations = reader.read();
        Node root = document.root();
        if (root.has("webhooks")) {
            problems.collect(() -> {
                throw new UnsupportedPartException(root.get("webhooks"), "webhooks are not supported");
            });
        }
        root.get("components").get("securitySchemes").members().forEach(s -> problems.collect(() -> checkSecurity(s)));
        String server = problems.collect("", () -> serverUrl(root));
        List<GeneratedClass> generatedClasses = schemas.generatedClasses();
        Set<String> models =
                generatedClasses.stream().map(GeneratedClass::className).collect(Collectors.toSet());
        operations.forEach(operation -> problems.collect(() -> checkClassNames(operation, models)));
        Api api = new Api(
                root.get("info").text("title"),
                root.get("info").text("version"),
                server,
                document.sha256(),
                operations,
                generatedClasses,
                Stream.of(reader.notes(), schemas.notes()).flatMap(List::stream).toList());
        problems.throwIfAny(name);
        return api;
    }

    /** Rejects an operation if a class for it would have the name of a model, with which its code would confuse it. */
    private static void checkClassNames(Operation operation, Set<String> models) {
        List<String> names = new ArrayList<>(List.of(Names.api(operation.tag())));
        if (!operation.queryAndHeaderParameters().isEmpty()) {
            names.add(Names.parameters(operation.id()));
        }
        if (!operation.parameters("header").isEmpty()) {
            names.add(Names.headers(operation.id()));
        }
        names.retainAll(models);
        if (!names.isEmpty()) {
            throw new UnsupportedPartException(
                    operation.description().pointer(),
                    "a class for it would be called " + names.get(0) + ", as that of a schema; rename the schema");
        }
    }

    private static void checkSecurity(Node scheme) {
        if (!scheme.text("type").equals("http") || !scheme.text("scheme").equalsIgnoreCase("bearer")) {
            throw new UnsupportedPartException(scheme, "only the security scheme http bearer is supported");
        }
    }

    private static String serverUrl(Node root) {
        List<Node> servers = root.get("servers").elements();
        String url = servers.isEmpty() ? "" : servers.get(0).text("url");
        if (!HttpSyntax.isServer(url)) {
            throw new UnsupportedPartException(
                    root.get("servers"), "the first server has no absolute URL without variables: '" + url + "'");
        }
        return url.replaceAll("/+$", "");
    }
}
