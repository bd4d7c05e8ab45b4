package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.DocumentFile;
import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a document, or reports everything that is wrong with it. */
public final class ApiReader {

    private ApiReader() {}

    /**
     * Reads a document and the files of rules beside it.
     *
     * @throws UnsupportedDocumentException with the JSON pointer and the reason for each fault
     */
    public static Api read(Path file) {
        return withRules(read(DocumentFile.read(file), file.toString()), file);
    }

    /**
     * Returns an API with what the files of rules beside its document say.
     *
     * @throws UnsupportedDocumentException with a line for each fault in a file
     */
    public static Api withRules(Api api, Path file) {
        return ClientMethods.of(file).addedTo(ValueTypes.of(file).addedTo(api));
    }

    /**
     * Reads a parsed document.
     *
     * @param name the name of the document in messages
     * @throws UnsupportedDocumentException with the JSON pointer and the reason for each fault
     */
    public static Api read(Document document, String name) {
        Problems problems = new Problems();
        problems.collect(() -> checkVersion(document.root()));
        Notes notes = new Notes();
        ClassNames classNames = new ClassNames();
        SchemaReader schemas = new SchemaReader(document, problems, notes, classNames);
        schemas.readComponents();
        List<Operation> read = new OperationReader(document, name, problems, notes, schemas).read();
        List<GeneratedClass> generatedClasses = schemas.generatedClasses();
        // Named last, so that schemas keep their names.
        List<Operation> operations =
                read.stream().map(operation -> named(operation, classNames)).toList();
        Node root = document.root();
        if (root.has("webhooks")) {
            notes.add(root.get("webhooks"), "webhooks are left out");
        }
        Api api = new Api(
                root.get("info").text("title"),
                root.get("info").text("version"),
                ServerReader.url(root, notes),
                document.sha256(),
                operations,
                generatedClasses,
                SecurityReader.schemes(document, problems, notes),
                notes.all(),
                Map.of(),
                Map.of());
        problems.throwIfAny(name);
        return api;
    }

    private static void checkVersion(Node root) {
        if (!root.text("openapi").startsWith("3.")) {
            throw new InvalidPartException(
                    root.get("openapi"), "not an OpenAPI document of version 3; expected openapi: 3.0.3 or later");
        }
    }

    private static Operation named(Operation operation, ClassNames classNames) {
        String pointer = operation.description().pointer();
        String api = Names.api(operation.tag());
        return operation.withClasses(new Operation.Classes(
                classNames.of("#/tags", api),
                operation.queryAndHeaderParameters().isEmpty()
                                && operation.pathArrays().isEmpty()
                        ? ""
                        : classNames.of(pointer, Names.parameters(operation.id())),
                operation.headersAndCookies().isEmpty() ? "" : classNames.of(pointer, Names.headers(operation.id()))));
    }
}
