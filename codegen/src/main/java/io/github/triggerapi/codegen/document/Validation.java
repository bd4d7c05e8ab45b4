package io.github.triggerapi.codegen.document;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a document with Swagger Parser. */
public final class Validation {

    private Validation() {}

    /**
     * Returns a note for each member of {@code info} that OpenAPI does not have: nothing is generated from there.
     *
     * @throws UnsupportedDocumentException where anything else is wrong
     */
    public static List<String> check(Path file) {
        List<String> notes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String message : messages(file)) {
            boolean harmless = message.startsWith("attribute info.") && message.endsWith(" is unexpected");
            (harmless ? notes : problems).add(VisibleText.of(message));
        }
        if (!problems.isEmpty()) {
            throw new UnsupportedDocumentException(file.toString(), problems);
        }
        return notes;
    }

    private static List<String> messages(Path file) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.ofNullable(new OpenAPIV3Parser()
                            .readContents(text, null, options)
                            .getMessages())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
