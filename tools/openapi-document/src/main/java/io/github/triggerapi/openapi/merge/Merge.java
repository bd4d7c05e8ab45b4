package io.github.triggerapi.openapi.merge;

import io.github.triggerapi.openapi.VisibleText;
import io.github.triggerapi.openapi.WorkflowSafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the document that a build uses. */
public final class Merge {

    private Merge() {}

    /**
     * Merges a document and a supplement into a third file, with the files of its rules beside it.
     *
     * @param arguments the document, the supplement or {@code none}, and the file to write
     * @throws MergeException if they cannot be merged
     */
    public static void main(String[] arguments) throws IOException {
        Path document = Path.of(arguments[0]);
        Optional<Path> supplement = arguments[1].equals("none") ? Optional.empty() : Optional.of(Path.of(arguments[1]));
        Path output = Path.of(arguments[2]);
        byte[] bytes = Files.readAllBytes(document);
        MergedFiles merged = MergedFiles.of(new String(bytes, StandardCharsets.UTF_8), document, supplement);
        Files.createDirectories(output.getParent());
        Files.write(output, supplement.isEmpty() ? bytes : merged.document().getBytes(StandardCharsets.UTF_8));
        for (Rules kind : Rules.values()) {
            Files.writeString(kind.beside(output), merged.rules().get(kind));
        }
        merged.messages().forEach(message -> System.out.println(WorkflowSafeText.of(VisibleText.of(message))));
    }
}
