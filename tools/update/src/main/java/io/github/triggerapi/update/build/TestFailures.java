package io.github.triggerapi.update.build;

import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads failed tests from the reports of Surefire. */
final class TestFailures {

    private final Path copy;

    TestFailures(Path copy) {
        this.copy = copy;
    }

    /** Returns all failed tests with their lines. */
    List<ManualEdit> find() throws IOException {
        if (!Files.isDirectory(copy)) {
            // The build failed earlier.
            return List.of();
        }
        List<Path> reports;
        try (Stream<Path> files = Files.find(
                copy, 5, (file, attributes) -> file.toString().matches(".*surefire-reports.TEST-.*\\.xml"))) {
            reports = files.sorted().toList();
        }
        List<ManualEdit> failures = new ArrayList<>();
        for (Path report : reports) {
            NodeList cases = parse(report).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                for (String kind : List.of("failure", "error")) {
                    NodeList found = test.getElementsByTagName(kind);
                    for (int j = 0; j < found.getLength(); j++) {
                        failures.add(failure(report, test, (Element) found.item(j)));
                    }
                }
            }
        }
        return failures;
    }

    private ManualEdit failure(Path report, Element test, Element failure) {
        String type = test.getAttribute("classname");
        String path = copy.relativize(report).toString().replace('\\', '/');
        int target = path.indexOf("/target/");
        // The gate alone is built in a directory of its own, which has one for each module.
        String module = target < 0 ? path.substring(0, path.indexOf('/')) : path.substring(0, target);
        String file =
                module + "/src/test/java/" + type.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        Matcher frame = Pattern.compile("\\bat (?:\\S+/)?" + Pattern.quote(type) + "\\S*\\(\\w+\\.java:(\\d+)\\)")
                .matcher(failure.getTextContent());
        String message = (failure.getAttribute("message") + " ").strip();
        String first = message.isEmpty() ? failure.getAttribute("type") : message.replaceAll("\\s+", " ");
        return new ManualEdit(
                file, frame.find() ? Integer.parseInt(frame.group(1)) : 0, test.getAttribute("name") + ": " + first);
    }

    private static Document parse(Path report) throws IOException {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
            // Code generated from the revision may have written the file, and an entity can refer to any file or URL.
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = parsers.newDocumentBuilder();
            // The default handler prints errors.
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(report.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(report + ": " + e.getMessage(), e);
        }
    }
}
