package io.github.triggerapi.openapi.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a document and a supplement as one. Each may have files of {@link Rules} beside it.
 *
 * @param document the merged document, as JSON, which is YAML as well and has no second way to read a string
 * @param rules the rules about it, as YAML; empty if there are none
 * @param replaced the operations of the supplement that the document describes, such as {@code GET /runs/{id}}
 * @param messages a line for each part of the supplement that was left out or has another name
 */
public record MergedFiles(String document, Map<Rules, String> rules, List<String> replaced, List<String> messages) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The same line ends on every system. */
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    public MergedFiles {
        rules = Map.copyOf(rules);
        replaced = List.copyOf(replaced);
        messages = List.copyOf(messages);
    }

    /**
     * Merges a document and a supplement.
     *
     * @param text the text of the document
     * @param vendored the file of the document, which has its rules beside it
     * @param supplement the file of the supplement; empty if there is none, in which case nothing changes
     * @throws MergeException if a text is not YAML or JSON, or the supplement has another fault
     */
    public static MergedFiles of(String text, Path vendored, Optional<Path> supplement) throws IOException {
        Map<Rules, String> rules = new EnumMap<>(Rules.class);
        for (Rules kind : Rules.values()) {
            rules.put(kind, textOf(kind.beside(vendored)));
        }
        if (supplement.isEmpty()) {
            return new MergedFiles(text, rules, List.of(), List.of());
        }
        Path file = supplement.get();
        List<String> faults = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            throw new MergeException(List.of(file + ": is not a file; expected an OpenAPI document"));
        }
        JsonNode one = read(name(vendored), text, faults);
        JsonNode other = read(name(file), textOf(file), faults);
        Map<Rules, JsonNode> known = new EnumMap<>(Rules.class);
        Map<Rules, JsonNode> added = new EnumMap<>(Rules.class);
        for (Rules kind : Rules.values()) {
            known.put(kind, readRules(kind.beside(vendored), faults));
            added.put(kind, readRules(kind.beside(file), faults));
        }
        throwIfAny(faults);
        added.forEach((kind, all) -> all.fieldNames().forEachRemaining(pointer -> {
            if (!pointer.startsWith("#/") || !Document.of(other).at(pointer).exists()) {
                faults.add(name(kind.beside(file)) + ": " + pointer + ": is not in " + name(file)
                        + "; correct the pointer, or remove the line");
            }
        }));
        MergedDocument merged = merge(one, name(vendored), other, name(file), faults);
        List<String> messages = new ArrayList<>(merged.messages());
        for (Rules kind : Rules.values()) {
            StringBuilder all = new StringBuilder(rules.get(kind));
            for (Map.Entry<String, JsonNode> rule : added.get(kind).properties()) {
                String place = name(kind.beside(file)) + ": " + rule.getKey() + ": ";
                Optional<String> pointer = merged.pointer(rule.getKey());
                JsonNode same = pointer.isEmpty() ? null : known.get(kind).get(pointer.get());
                if (pointer.isEmpty()) {
                    messages.add(place + "left out with what it leads to");
                } else if (same == null) {
                    all.append(all.isEmpty() || all.charAt(all.length() - 1) == '\n' ? "" : "\n")
                            .append(TextNode.valueOf(pointer.get()))
                            .append(": ")
                            .append(rule.getValue())
                            .append('\n');
                } else if (!same.equals(rule.getValue())) {
                    messages.add(place + "left out, as " + name(kind.beside(vendored)) + " has another rule");
                }
            }
            rules.put(kind, all.toString());
        }
        return new MergedFiles(json(merged.tree()), rules, merged.replaced(), messages);
    }

    /** @param faults those of the rules, which are reported with those of the documents */
    private static MergedDocument merge(
            JsonNode one, String oneName, JsonNode other, String otherName, List<String> faults) {
        MergedDocument merged = null;
        try {
            merged = DocumentMerger.merge(one, oneName, other, otherName);
        } catch (MergeException e) {
            faults.addAll(0, e.faults());
        }
        throwIfAny(faults);
        return Objects.requireNonNull(merged);
    }

    private static JsonNode readRules(Path file, List<String> faults) throws IOException {
        String text = textOf(file);
        boolean empty = text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
        return read(name(file), empty ? "{}" : text, faults);
    }

    private static JsonNode read(String name, String text, List<String> faults) {
        try {
            return DocumentReader.readExactly(text);
        } catch (DocumentException e) {
            e.problems().forEach(problem -> faults.add(name + ": " + problem));
            return JSON.createObjectNode();
        }
    }

    private static void throwIfAny(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new MergeException(faults);
        }
    }

    private static String textOf(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String json(JsonNode tree) {
        try {
            return JSON.writer(PRINTER).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
