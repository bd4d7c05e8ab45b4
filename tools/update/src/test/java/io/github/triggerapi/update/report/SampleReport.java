package io.github.triggerapi.update.report;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.build.BuildResult.Incompatibility;
import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Change.Kind;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.report.UpdateReport.Document;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Creates reports of any size. */
final class SampleReport {

    /** A string that must be shown literally. */
    static final String HOSTILE = "a\\b *c* _d_ `e` ~~f~~ [g](https://evil.example/x) ![h](//evil.example) <i>j</i>"
            + " <!-- k --> &amp; | $l$ @octocat #12 GH-34 www.evil.example :rocket: me@evil.example ``` {{m}} \"n\" 'o'";

    private static final String GONE = "the accessor and the method of the builder are gone, so that code which uses"
            + " either of them does not compile";

    static final Change ADDED = added(1);
    static final Change PROSE = prose(1);

    private SampleReport() {}

    static UpdateReport of(Outcome outcome, BuildResult build, List<String> warnings, List<Change> changes) {
        return new UpdateReport(
                new Document("https://docs.example/openapi.md", "An API", "1.0", "0f".repeat(32), 1),
                new Document("https://docs.example/openapi.md", "An API", "1.1", "1e".repeat(32), 57),
                LocalDate.of(2026, 1, 2),
                warnings,
                List.of(),
                new Comparison(changes),
                build,
                outcome);
    }

    static UpdateReport of(Change... changes) {
        return of(Outcome.UPDATED, new BuildResult("", List.of(), List.of(), List.of()), List.of(), List.of(changes));
    }

    /** Returns a report about an operation that the supplement described. */
    static UpdateReport describing(String operation) {
        UpdateReport report = of(PROSE);
        return new UpdateReport(
                report.before(),
                report.after(),
                report.date(),
                List.of(),
                List.of(operation),
                report.comparison(),
                report.build(),
                report.outcome());
    }

    /** Returns a report with a number of entries in each section. */
    static UpdateReport large(int size) {
        return of(
                Outcome.REJECTED_BREAKING,
                build(size),
                many(size, i -> "#/components/schemas/Run" + i + "/example: is no " + i),
                Stream.of(
                                many(size, SampleReport::added),
                                many(size, SampleReport::raised),
                                many(size, SampleReport::removed),
                                many(size, SampleReport::required),
                                many(size, SampleReport::prose))
                        .flatMap(List::stream)
                        .toList());
    }

    static BuildResult build(int size) {
        return new BuildResult(
                "57 operations, 12,345 cases: passed",
                many(size, i -> "server-stubs/target/generated-sources/Run" + i + ".java:1: ';' expected"),
                many(
                        size,
                        i -> new Incompatibility("client", "model.Run" + i + "#name()", "method removed", i % 2 == 0)),
                many(size, i -> new ManualEdit("samples/src/main/java/Sample" + i + ".java", i, "cannot find symbol")));
    }

    /** Returns a report with hostile strings everywhere. */
    static UpdateReport hostile(String text) {
        Change change =
                new Change(Kind.CHANGED, text, text, text, text, Verdict.breaking(text), Verdict.compatible(text));
        Change prose = new Change(Kind.ADDED, text, text, "", text, Verdict.NONE, Verdict.NONE);
        Document document = new Document(text, text, text, "1e".repeat(32), 1);
        BuildResult build = new BuildResult(
                text,
                List.of(text),
                List.of(new Incompatibility("client", text, text, true)),
                List.of(new ManualEdit(text, 1, text)));
        return new UpdateReport(
                document,
                document,
                LocalDate.of(2026, 1, 2),
                List.of(text),
                List.of(text),
                new Comparison(List.of(change, prose)),
                build,
                Outcome.REJECTED_BREAKING);
    }

    static Change added(int i) {
        return new Change(
                Kind.ADDED,
                "#/paths/~1api~1v1~1runs~1" + i + "/get",
                "operation retrieve_run_" + i,
                "",
                "{\"operationId\":\"retrieve_run_" + i + "\"}",
                Verdict.compatible("it can be called"),
                Verdict.compatible("it need not be served yet"));
    }

    static Change raised(int i) {
        return new Change(
                Kind.CHANGED,
                "#/components/schemas/Options" + i + "/properties/tags/maxItems",
                "greatest number of items",
                "5",
                "10",
                Verdict.compatible("more is allowed"),
                Verdict.compatible("more is allowed"));
    }

    static Change removed(int i) {
        return new Change(
                Kind.REMOVED,
                "#/components/schemas/QueueOptions" + i + "/properties/name",
                "optional property name",
                "{\"type\":\"string\",\"description\":\"You can define a shared queue\"}",
                "",
                Verdict.breaking(GONE),
                Verdict.breaking(GONE));
    }

    static Change required(int i) {
        return new Change(
                Kind.ADDED,
                "#/components/schemas/Result" + i + "/properties/id",
                "required property id",
                "",
                "{\"type\":\"string\"}",
                Verdict.compatible("there is more to read"),
                Verdict.breaking("a response without it is no longer allowed"));
    }

    static Change prose(int i) {
        return new Change(
                Kind.CHANGED,
                "#/paths/~1api~1v1~1tasks~1{taskIdentifier}~1trigger/post/parameters/" + i + "/description",
                "description",
                "\"The id of a task.\"",
                "\"The identifier of a task.\"",
                Verdict.NONE,
                Verdict.NONE);
    }

    private static <T> List<T> many(int size, IntFunction<T> one) {
        return IntStream.rangeClosed(1, size).mapToObj(one).toList();
    }
}
