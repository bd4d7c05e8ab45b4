package io.github.triggerapi.contract.report;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A sample report that covers every kind of result, and a parser for the written page. */
final class SampleReport {

    static final String TRIGGER = "POST /api/v1/tasks/{taskIdentifier}/trigger";
    static final String RUNS = "GET /api/v1/runs";
    static final String NOTHING = "DELETE /api/v1/nothing";

    /** A script, both kinds of quotes, characters that XML forbids, an unpaired surrogate and an emoji. */
    static final String NASTY = "<script>alert('1' & \"2\")</script>]]>\u0000\u0007\uFFFE\uD83D \uD83D\uDE80\r\nend";

    /** {@link #NASTY} as displayed by the page. */
    static final String SHOWN =
            "<script>alert('1' & \"2\")</script>]]>[U+0000][U+0007][U+FFFE][U+D83D] \uD83D\uDE80[U+000D]\nend";

    static final Problem FAILURE =
            new Problem("first line\nsecond line " + NASTY, "POST " + NASTY, "200\n\n" + NASTY, false);
    static final Problem OTHER_FAILURE = Problem.of("another");
    static final Problem DOCUMENT_ERROR = Problem.inDocument("#/info/title: " + NASTY);

    private SampleReport() {}

    static GateReport everything() {
        return of(
                result("", "document", 3, List.of(DOCUMENT_ERROR), List.of()),
                result(TRIGGER, "round trips", 1200, List.of(FAILURE, OTHER_FAILURE, DOCUMENT_ERROR), List.of()),
                result(TRIGGER, "samples", 1, List.of(DOCUMENT_ERROR), List.of("no curl " + NASTY)),
                result(RUNS, "round trips", 20, List.of(), List.of()),
                result(RUNS, "samples", 0, List.of(), List.of("there is none", "nor another")));
    }

    static CheckResult result(String operation, String check, int cases, List<Problem> problems, List<String> notes) {
        return new CheckResult(operation, check, cases, Duration.ofMillis(1500), problems, notes);
    }

    static GateReport of(CheckResult... results) {
        return of(List.of(TRIGGER, RUNS, NOTHING), List.of(results));
    }

    static GateReport of(List<String> operations, List<CheckResult> results) {
        return new GateReport(
                "An API & <more>",
                "2.1",
                "0f".repeat(32),
                operations,
                results,
                "all 7 mutants caught",
                42,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Duration.ofSeconds(61));
    }

    /** Returns the report of a document whose operations all passed all checks. */
    static GateReport large(int operations, int checks) {
        List<String> names = IntStream.range(0, operations)
                .mapToObj(i -> "GET /api/v1/things" + i + "/{id}")
                .toList();
        List<CheckResult> results = new ArrayList<>();
        for (String name : names) {
            IntStream.range(0, checks)
                    .forEach(i -> results.add(result(name, "check " + i, 10, List.of(), List.of("a shared note"))));
        }
        return of(names, results);
    }

    /** Parses a page as XML, without its HTML document type. */
    static Document parse(Path file) throws Exception {
        String text = Files.readString(file).replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
