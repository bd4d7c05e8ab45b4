package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.StringMeaning;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.openapi.merge.MergedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The file beside a document that says what strings in it mean, such as {@code api.value-types.yaml} of {@code api.yaml}. */
public final class ValueTypes {

    private final Path file;
    private final List<String> lines;

    private ValueTypes(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads the file beside a document, which has no lines if it does not exist. */
    public static ValueTypes of(Path document) {
        Path file = MergedFiles.valueTypes(document);
        try {
            return of(document, Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file beside a document as if it had the given text. */
    public static ValueTypes of(Path document, String text) {
        return new ValueTypes(MergedFiles.valueTypes(document), text.lines().toList());
    }

    /** Returns the name of the file. */
    public String name() {
        return file.getFileName().toString();
    }

    /**
     * Returns an API whose strings have the meanings in the file.
     *
     * @throws UnsupportedDocumentException with a line for each fault in the file
     */
    public Api addedTo(Api api) {
        List<String> faults = new ArrayList<>();
        Map<String, List<StringMeaning>> meanings = new LinkedHashMap<>();
        try {
            if (lines.stream().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
                DocumentReader.read(String.join("\n", lines))
                        .properties()
                        .forEach(rule -> meanings.put(rule.getKey(), meanings(rule, faults)));
            }
        } catch (DocumentException e) {
            faults.addAll(e.problems());
        }
        Api result = api.withMeanings(meanings);
        meanings.keySet().stream()
                .filter(pointer -> result.members().noneMatch(member -> result.isMeant(pointer, member)))
                .forEach(pointer -> faults.add(at(pointer)
                        + "is not the place of a string in an object; correct the pointer, or remove the line"));
        if (!faults.isEmpty()) {
            throw new UnsupportedDocumentException(file.toString(), faults);
        }
        return result;
    }

    private List<StringMeaning> meanings(Map.Entry<String, JsonNode> rule, List<String> faults) {
        List<StringMeaning> meanings = new ArrayList<>();
        Iterable<JsonNode> words = rule.getValue().isArray() ? rule.getValue() : List.of(rule.getValue());
        for (JsonNode word : words) {
            Stream.of(StringMeaning.values())
                    .filter(meaning -> meaning.name().toLowerCase(Locale.ROOT).equals(word.asText()))
                    .findFirst()
                    .ifPresentOrElse(
                            meanings::add,
                            () -> faults.add(at(rule.getKey()) + "has " + word + "; expected duration or instant"));
        }
        return meanings;
    }

    private String at(String pointer) {
        int index = 0;
        while (index < lines.size() - 1 && !lines.get(index).contains(pointer)) {
            index++;
        }
        return "line " + (index + 1) + ": " + pointer + " ";
    }
}
