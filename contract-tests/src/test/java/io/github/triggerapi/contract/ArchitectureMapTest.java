package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks the maps of modules and packages in {@code docs/architecture.md} against the compiled classes. */
@Tag("independent")
class ArchitectureMapTest {

    private static final Path PAGE = Path.of("../docs/architecture.md");

    private static final String GROUP = "io.github.triggerapi.";

    /** A heading with the name of a map, and its block. */
    private static final Pattern MAP = Pattern.compile("(?s)(### `([^`]+)`\n\n```mermaid\n)(.*?)```");

    /** The directory of each module, with the name of its root package. */
    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("tools/openapi-document", "openapi"),
            Map.entry("tools/codegen", "codegen"),
            Map.entry("tools/update", "update"),
            Map.entry("client", "client"),
            Map.entry("server-stubs", "server"),
            Map.entry("mock-server/library", "mock"),
            Map.entry("mock-server/redis", "mock.redis"),
            Map.entry("mock-server/standalone", "mock.standalone"),
            Map.entry("spring-boot/starter", "spring"),
            Map.entry("spring-boot/test", "spring.test"),
            Map.entry("contract-tests", "contract"));

    private final JavaClasses classes = new ClassFileImporter()
            .importPaths(MODULES.keySet().stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @Test
    void mapsShowTheDependenciesOfTheClasses() throws IOException {
        Map<String, String> maps = maps();
        String page = Files.readString(PAGE);
        String redrawn =
                MAP.matcher(page).replaceAll(found -> found.group(1) + maps.getOrDefault(found.group(2), "") + "```");
        if (Boolean.getBoolean("maps.write")) {
            Files.writeString(PAGE, redrawn);
        }

        assertThat(MAP.matcher(page).results().map(found -> found.group(2)))
                .as("maps in " + PAGE)
                .containsExactlyInAnyOrderElementsOf(maps.keySet());
        assertThat(redrawn).as("run this test with -Dmaps.write=true").isEqualTo(page);
    }

    @Test
    void arrowsThatFollowFromOthersAreLeftOut() {
        Map<String, Set<String>> graph = Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of(), "d", Set.of());

        assertThat(map(graph)).isEqualTo("flowchart TD\n  a --> b\n  b --> c\n  d\n");
    }

    private Map<String, String> maps() {
        Map<String, String> maps = new LinkedHashMap<>();
        Map<String, Set<String>> modules = graph(type -> true, ArchitectureMapTest::module);
        assertThat(modules.keySet()).as("modules that are compiled").isEqualTo(MODULES.keySet());
        maps.put("modules", map(modules));
        MODULES.forEach((module, root) -> {
            Map<String, Set<String>> packages =
                    graph(type -> module(type).equals(module), type -> packageName(root, type));
            if (packages.size() > 1) {
                maps.put(module, map(packages));
            }
        });
        return maps;
    }

    /** Returns the nodes of some classes, each with the other nodes that its classes depend on. */
    private Map<String, Set<String>> graph(Predicate<JavaClass> part, Function<JavaClass, String> node) {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (JavaClass type : classes.stream().filter(part).toList()) {
            String from = node.apply(type);
            Set<String> targets = graph.computeIfAbsent(from, key -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(target -> classes.contain(target.getName()))
                    .map(target -> classes.get(target.getName()))
                    .filter(part)
                    .map(node)
                    .filter(to -> !to.equals(from))
                    .forEach(targets::add);
        }
        return graph;
    }

    private static String module(JavaClass type) {
        String source = type.getSource().orElseThrow().getUri().getPath();
        return MODULES.keySet().stream()
                .filter(module -> source.contains("/" + module + "/target/classes/"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the name of a package below the root package of its module, or the name of the root package. */
    private static String packageName(String root, JavaClass type) {
        String name = type.getPackageName().substring(GROUP.length());
        return name.equals(root) ? root : name.substring(root.length() + 1);
    }

    private static String map(Map<String, Set<String>> graph) {
        Set<String> lines = new TreeSet<>();
        Set<String> connected = new TreeSet<>();
        graph.forEach((from, targets) -> targets.stream()
                .filter(to -> targets.stream()
                        .noneMatch(other ->
                                !other.equals(to) && reachable(graph, other).contains(to)))
                .forEach(to -> {
                    lines.add(from + " --> " + to);
                    connected.add(from);
                    connected.add(to);
                }));
        graph.keySet().stream().filter(node -> !connected.contains(node)).forEach(lines::add);
        return lines.stream().collect(Collectors.joining("\n  ", "flowchart TD\n  ", "\n"));
    }

    private static Set<String> reachable(Map<String, Set<String>> graph, String from) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(graph.get(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(graph.get(next));
            }
        }
        return found;
    }
}
