package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.openapi.merge.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of rules beside a document: what the document does not say itself, by the JSON pointers of its parts. */
final class RuleFile {

    private final Path file;
    private final List<String> lines;
    private final List<String> faults = new ArrayList<>();

    private RuleFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads the file beside a document, which has no rules if it does not exist. */
    static RuleFile beside(Path document, Rules kind) {
        Path file = kind.beside(document);
        try {
            return of(document, kind, Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file beside a document as if it had the given text. */
    static RuleFile of(Path document, Rules kind, String text) {
        return new RuleFile(kind.beside(document), text.lines().toList());
    }

    /** Returns the name of the file. */
    String name() {
        return file.getFileName().toString();
    }

    /** Returns the rules by their JSON pointers. If the file is not YAML, this is a fault, and there are none. */
    Map<String, JsonNode> rules() {
        Map<String, JsonNode> rules = new LinkedHashMap<>();
        try {
            if (lines.stream().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
                DocumentReader.read(String.join("\n", lines))
                        .properties()
                        .forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
            }
        } catch (DocumentException e) {
            faults.addAll(e.problems());
        }
        return rules;
    }

    /** Adds a fault of the rule for a pointer. */
    void addFault(String pointer, String fault) {
        int index = 0;
        while (index < lines.size() - 1 && !lines.get(index).contains(pointer)) {
            index++;
        }
        faults.add("line " + (index + 1) + ": " + pointer + " " + fault);
    }

    /** @throws UnsupportedDocumentException with a line for each fault, if there are some */
    void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new UnsupportedDocumentException(file.toString(), faults);
        }
    }
}
