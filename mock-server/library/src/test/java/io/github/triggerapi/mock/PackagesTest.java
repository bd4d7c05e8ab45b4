package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages know one another in one direction only. */
class PackagesTest {
    private static final String ROOT = MockServer.class.getPackageName();

    /** What each package may use; the root has no name. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("memory", Set.of()),
            Map.entry("message", Set.of("memory")),
            Map.entry("document", Set.of("message")),
            Map.entry("gate", Set.of("message", "document")),
            Map.entry("fault", Set.of()),
            Map.entry("log", Set.of("memory")),
            Map.entry("page", Set.of("message")),
            Map.entry("http", Set.of("memory", "message", "document", "gate", "fault", "log", "page", "run")),
            Map.entry("run", Set.of("memory")),
            Map.entry("control", Set.of("control.api", "control.model", "message", "document", "fault", "log", "run")),
            Map.entry("redis", Set.of("run")),
            Map.entry(
                    "",
                    Set.of(
                            "control",
                            "control.model",
                            "document",
                            "gate",
                            "fault",
                            "log",
                            "http",
                            "memory",
                            "message",
                            "redis",
                            "run")),
            Map.entry("behaviour", Set.of("", "message", "run")),
            Map.entry("junit", Set.of("", "log", "run")));

    private static final Pattern OWN = Pattern.compile(Pattern.quote(ROOT) + "((?:\\.[a-z]\\w*)*)\\.(?=[A-Z*])");

    /**
     * What is generated for one operation or another; the rest of the stubs is the same for any document. Code that names
     * it compiles with some revisions of the document only.
     */
    private static final Pattern OPERATIONS =
            Pattern.compile("io\\.github\\.triggerapi\\.server\\.(?:model\\.|api\\.\\w+Api\\b)");

    @Test
    void arrowsGoOneWay() {
        assertThat(violations(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void anArrowBackIsFound(@TempDir Path sources) throws IOException {
        write(sources, "message", "import io.github.triggerapi.mock.http.Listener;");
        write(sources, "gate", "io.github.triggerapi.mock.MockServer server;");
        write(sources, "nowhere", "");
        write(sources, "behaviour", "import io.github.triggerapi.server.model.Widget;");
        write(sources, "http", "import io.github.triggerapi.server.api.WidgetsApi;");
        assertThat(violations(sources))
                .containsExactlyInAnyOrder(
                        "message uses http",
                        "gate uses the root",
                        "nowhere has no place",
                        "behaviour names an operation",
                        "http names an operation");
    }

    private static void write(Path sources, String name, String line) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(ROOT.replace('.', '/') + "/" + name));
        Files.writeString(folder.resolve("Some.java"), "package " + ROOT + "." + name + ";\n" + line);
    }

    private static List<String> violations(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(PackagesTest::violationsIn)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> violationsIn(Path file) {
        String folder = file.getParent().toString().replace('\\', '/');
        String own = ROOT.replace('.', '/');
        String name = folder.substring(folder.indexOf(own) + own.length()).replaceFirst("^/", "");
        Set<String> allowed = MAY_USE.get(name);
        if (allowed == null) {
            return Stream.of(name + " has no place");
        }
        String source = read(file);
        Stream<String> arrows = OWN.matcher(source)
                .results()
                .map(PackagesTest::named)
                .filter(used -> !used.equals(name) && !allowed.contains(used))
                .map(used -> name + " uses " + (used.isEmpty() ? "the root" : used));
        return Stream.concat(
                arrows, OPERATIONS.matcher(source).find() ? Stream.of(name + " names an operation") : Stream.empty());
    }

    private static String named(MatchResult used) {
        return used.group(1).replaceFirst("^\\.", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
