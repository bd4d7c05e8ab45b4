package io.github.triggerapi.update.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that generated code and new releases of actions cannot write to the repository. */
class WorkflowTest {

    private static final Path FOLDER = Path.of("..", "..", ".github", "workflows");

    @Test
    void workflowsHaveNoFaults() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> workflows = files.toList();
            assertThat(workflows).hasSizeGreaterThanOrEqualTo(2);
            for (Path workflow : workflows) {
                assertThat(Workflow.faults(Files.readString(workflow)))
                        .as(workflow.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?<=checkout@)[0-9a-f]{40} #;; not pinned by a commit: - uses: actions/checkout@ v4.2.2",
                "(?<=checkout@[0-9a-f]{39}).;; not pinned by a commit: - uses: actions/checkout@11bd719",
                "permissions: \\{}; permissions: write-all; the workflow has a permission to write",
                "permissions: \\{};; the workflow has a permission to write",
                "contents: read; contents: write; revision: has a permission to write",
                "persist-credentials: false; persist-credentials: true; revision: leaves a token",
                "SOURCE: .*; SOURCE: ${{ github.token }}; revision: has a token",
                "distribution: temurin; cache: maven; revision: has a cache",
                "actions/setup-java@; actions/cache@; revision: has a cache",
                "\"\\$SOURCE\"; ${{ inputs.source }}; revision: a script has an expression in it",
                "git commit; ./mvnw verify && git commit; propose: has a permission to write and runs Java",
                "(?<=Update.java) --skip-build;; propose: uses an artifact of a job that runs generated code",
                "name: revision(?=\\s+path: \\S+ runner.temp }}/revision\\s+- name); name: build; propose: uses an artifact",
            })
    void faultIsFound(String pattern, String replacement, String fault) throws IOException {
        String text = Files.readString(FOLDER.resolve("update.yml"));
        String by = replacement == null ? "" : replacement.replace("\\", "\\\\").replace("$", "\\$");
        String changed = text.replaceFirst(pattern, by);

        assertThat(changed).isNotEqualTo(text);
        assertThat(Workflow.faults(changed)).anyMatch(found -> found.startsWith(fault));
    }

    @ParameterizedTest
    @CsvSource({"# Proposes, # Suggests", "timeout-minutes: 20, timeout-minutes: 21", "name: update, name: refresh"})
    void changedWordingIsNoFault(String word, String other) throws IOException {
        String text = Files.readString(FOLDER.resolve("update.yml"));

        assertThat(text).contains(word);
        assertThat(Workflow.faults(text.replaceFirst(word, other))).isEmpty();
    }
}
