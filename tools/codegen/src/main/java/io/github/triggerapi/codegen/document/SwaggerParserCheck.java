package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.VisibleText;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Optional;

/** Validates documents with Swagger Parser. */
public final class SwaggerParserCheck {

    private SwaggerParserCheck() {}

    /** Returns what Swagger Parser objects to. Code is generated all the same, as some objections are wrong. */
    public static List<String> notes(Document document) {
        return messages(document).stream()
                .map(message -> "Swagger Parser: " + VisibleText.of(message))
                .toList();
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
