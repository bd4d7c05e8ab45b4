package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.triggerapi.codegen.SyntaxTrees.Shape;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.ReflectionRules;
import io.github.triggerapi.codegen.render.SourceGenerator;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.VisibleText;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The text of a document does not change what generated files declare.
 *
 * <p>Each string of {@link HostileText} is inserted at each place of a document. Then either the document is rejected with
 * the reason, or the code has the same syntax tree, apart from names that come from the place.
 */
class HostileDocumentTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String ATTACK = "x*//**p*/boolean P=new java.io.File(\"%s\").mkdir();/*";

    private static final HostilePlaces PLACES = HostilePlaces.read();
    private static final List<String> HARMLESS = sources(read(PLACES.harmless()));

    @TempDir
    private Path folder;

    @Test
    void textAtAnyPlaceDoesNotChangeTheSyntaxTree() throws IOException {
        Map<String, String> rules = new ReflectionRules(read(PLACES.harmless())).files();
        Map<String, List<String>> hostile = new LinkedHashMap<>();
        int rejected = 0;
        for (String text : HostileText.ALL) {
            Set<String> taken = taken(text);
            rejected += PLACES.all().size() - taken.size();
            Api api = read(PLACES.with(surround(taken, text)));
            List<String> sources = sources(api);
            sources.forEach(HostileDocumentTest::assertVisible);
            hostile.put(VisibleText.of(text), sources);
            assertSameForm(new ReflectionRules(api).files(), rules);
        }

        assertThat(differences(hostile)).isEmpty();
        int all = PLACES.all().size() * HostileText.ALL.size();
        System.out.printf(
                "%d places x %d texts: %d with the syntax tree of the harmless document, %d rejected%n",
                PLACES.all().size(), HostileText.ALL.size(), all - rejected, rejected);
    }

    private static void assertSameForm(Map<String, String> files, Map<String, String> expected) throws IOException {
        assertThat(files).hasSameSizeAs(expected);
        for (String file : expected.keySet()) {
            assertVisible(files.get(file));
            assertThat(form(files.get(file))).as(file).isEqualTo(form(expected.get(file)));
            if (file.endsWith(".json")) {
                assertThat(JSON.readTree(files.get(file))).as(file).hasSameSizeAs(JSON.readTree(expected.get(file)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void codeWithHostileTextCompilesWithoutWarnings(Target target) throws IOException {
        List<String> all = HostileText.ALL;
        Map<String, String> texts = new HashMap<>();
        for (String place : PLACES.all()) {
            int i = texts.size();
            String some = all.get(i % all.size()) + place + all.get((2 * i + 1) % all.size()) + " ";
            texts.put(place, PLACES.inRequests().contains(place) ? place : some + all.get((3 * i + 2) % all.size()));
        }
        Path document = Files.writeString(folder.resolve("api.yaml"), JSON.writeValueAsString(PLACES.with(texts)));

        assertThat(GeneratedCode.of(document, target, folder).sources()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tagDoesNotInjectCode(Target target) throws IOException, ReflectiveOperationException {
        Path created = folder.toAbsolutePath().resolve("created");
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: a, version: b}
                servers: [{url: 'https://example.com'}]
                paths:
                  /a:
                    get: {operationId: a, tags: ['%s'], responses: {'204': {description: Done}}}
                """.formatted(ATTACK.formatted(created)));

        GeneratedCode code = GeneratedCode.of(document, target, folder.resolve("code"));
        try (URLClassLoader loader = code.load()) {
            for (String name : code.classNames()) {
                Class<?> type = Class.forName(name, true, loader);
                if (type.isInterface() && type.getPackageName().endsWith(".api")) {
                    assertThat(type.getDeclaredFields()).as(name).isEmpty();
                }
            }
        }
        assertThat(created).doesNotExist();
    }

    // -- the check itself
    // -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{@code placeTag}           | {@code x*//**p*/boolean P=true;/*}",
                "{@code placeTag}           | \\u002a/ int p = 1; /*",
                "public interface           | @Deprecated public interface",
                "public interface           | interface",
                "return api(                | return null == null ? null : api(",
                "/** The APIs               | import java.util.List; /** The APIs",
                "<A> A api(Class<A> type)   | <A> A other(Class<A> type)",
                "}                          | } ;}"
            })
    void detectsChangesOfCode(String from, String to) {
        assertThat(difference(from, to)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{@code placeTag}           | another",
                "PlaceTagApi                | OtherApi",
                "placeTag()                 | other()",
                "public interface           | public /* in fact */ interface"
            })
    void ignoresChangesOfProseAndNames(String from, String to) {
        assertThat(difference(from, to)).isEmpty();
    }

    private static Optional<String> difference(String from, String to) {
        String source = HARMLESS.stream()
                .filter(text -> text.contains("interface TriggerApis"))
                .findFirst()
                .orElseThrow();
        String changed = source.replace(from, to.replace("\\\\", "\\"));
        assertThat(changed).isNotEqualTo(source);
        Map<String, Shape> shapes = SyntaxTrees.of(List.of(source, changed));
        return shapes.get(changed).differenceTo(shapes.get(source));
    }

    // -- parts of them -----------------------------------------------------------------------------------------------

    /** Returns the places at which a document with the text is accepted. */
    private static Set<String> taken(String text) {
        Set<String> taken = new TreeSet<>(PLACES.all());
        for (String place : PLACES.inRequests()) {
            try {
                Api api = read(PLACES.with(surround(Set.of(place), text)));
                if (place.equals("placeOperationServer")
                        && api.operations().stream()
                                .allMatch(one -> one.server().isEmpty())) {
                    // Not a URL, which is noted and left out.
                    taken.remove(place);
                }
            } catch (UnsupportedDocumentException e) {
                assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.matches("#/.*: .+"));
                taken.remove(place);
            }
        }
        return taken;
    }

    /** Returns the text of places with other text before and after it, so that names stay distinct. */
    private static Map<String, String> surround(Set<String> places, String text) {
        Map<String, String> texts = new HashMap<>();
        places.forEach(place -> texts.put(place, text + place + text));
        return texts;
    }

    private static Api read(JsonNode document) {
        return ApiReader.read(Document.of(document), "the document");
    }

    /** Returns the sources of both targets, in the order of the document. */
    private static List<String> sources(Api api) {
        List<String> sources = new ArrayList<>();
        for (Target target : Target.values()) {
            sources.addAll(SourceGenerator.generate(api, target, target.packages())
                    .files()
                    .values());
        }
        return sources;
    }

    /** Returns the differences to the harmless document, other than names. */
    private static List<String> differences(Map<String, List<String>> hostile) {
        Set<String> all = new TreeSet<>(HARMLESS);
        hostile.values().forEach(all::addAll);
        Map<String, Shape> shapes = SyntaxTrees.of(all);
        List<String> differences = new ArrayList<>();
        hostile.forEach((text, sources) -> {
            assertThat(sources).as(text).hasSameSizeAs(HARMLESS);
            for (int i = 0; i < sources.size(); i++) {
                shapes.get(sources.get(i))
                        .differenceTo(shapes.get(HARMLESS.get(i)))
                        .ifPresent(difference -> differences.add(text + ": " + difference));
            }
        });
        return differences;
    }

    /** Returns the lines of a file without the names of classes, sorted. */
    private static List<String> form(String file) {
        return file.lines()
                .map(line -> line.replaceAll("io\\.github[\\w.$]+", "CLASS").replaceAll(",$", ""))
                .sorted()
                .toList();
    }

    private static void assertVisible(String file) {
        String text = file.replace("\n", "");
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }
}
