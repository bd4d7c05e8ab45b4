package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.StringMeaning;
import io.github.triggerapi.openapi.merge.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The file beside a document that says what strings in it mean, such as {@code api.value-types.yaml} of {@code api.yaml}. */
public final class ValueTypes {

    private final RuleFile file;

    private ValueTypes(RuleFile file) {
        this.file = file;
    }

    /** Reads the file beside a document, which has no lines if it does not exist. */
    public static ValueTypes of(Path document) {
        return new ValueTypes(RuleFile.beside(document, Rules.VALUE_TYPES));
    }

    /** Returns the file beside a document as if it had the given text. */
    public static ValueTypes of(Path document, String text) {
        return new ValueTypes(RuleFile.of(document, Rules.VALUE_TYPES, text));
    }

    /** Returns the name of the file. */
    public String name() {
        return file.name();
    }

    /**
     * Returns an API whose strings have the meanings in the file.
     *
     * @throws UnsupportedDocumentException with a line for each fault in the file
     */
    public Api addedTo(Api api) {
        Map<String, List<StringMeaning>> meanings = new LinkedHashMap<>();
        file.rules().forEach((pointer, words) -> meanings.put(pointer, meanings(pointer, words)));
        Api result = api.withMeanings(meanings);
        meanings.keySet().stream()
                .filter(pointer -> result.members().noneMatch(member -> result.isMeant(pointer, member)))
                .forEach(pointer -> file.addFault(
                        pointer, "is not the place of a string in an object; correct the pointer, or remove the line"));
        file.throwIfFaulty();
        return result;
    }

    private List<StringMeaning> meanings(String pointer, JsonNode rule) {
        List<StringMeaning> meanings = new ArrayList<>();
        Iterable<JsonNode> words = rule.isArray() ? rule : List.of(rule);
        for (JsonNode word : words) {
            Stream.of(StringMeaning.values())
                    .filter(meaning -> meaning.name().toLowerCase(Locale.ROOT).equals(word.asText()))
                    .findFirst()
                    .ifPresentOrElse(
                            meanings::add,
                            () -> file.addFault(pointer, "has " + word + "; expected duration or instant"));
        }
        return meanings;
    }
}
