package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.VisibleText;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Validates documents with Swagger Parser. */
public final class SwaggerParserCheck {

    private SwaggerParserCheck() {}

    /**
     * Returns a note for each unknown member of {@code info}, from which no code is generated.
     *
     * @param name the name of the document in messages
     * @throws UnsupportedDocumentException if anything else is invalid
     */
    public static List<String> check(Document document, String name) {
        List<String> notes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String message : messages(document)) {
            boolean harmless = message.startsWith("attribute info.") && message.endsWith(" is unexpected");
            (harmless ? notes : problems).add(VisibleText.of(message));
        }
        if (!problems.isEmpty()) {
            throw new UnsupportedDocumentException(name, problems);
        }
        return notes;
    }

    private static List<String> messages(Document document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        return Optional.ofNullable(new OpenAPIV3Parser()
                        .parseJsonNode(null, document.root().json(), options)
                        .getMessages())
                .orElse(List.of());
    }
}
