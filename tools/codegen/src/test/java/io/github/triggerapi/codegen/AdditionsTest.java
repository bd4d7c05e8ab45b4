package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Additions to a document keep generated code binary and source compatible. */
@Execution(ExecutionMode.CONCURRENT)
class AdditionsTest {

    private static final Path SHAPES = Path.of("src/test/resources/documents/shapes.yaml");
    private static final Path MESSAGES = Path.of("src/test/resources/documents/messages.yaml");
    private static final Path VENDORED = Path.of("../../spec/trigger-api.yaml");

    /** Only Retrofit implements the interfaces of the client. */
    private static final Predicate<String> FOR_RETROFIT = Pattern.compile(
                    ".*\\.client\\.api\\.\\w+Api\\.\\w+ METHOD_(ADDED_TO_INTERFACE|ABSTRACT_NOW_DEFAULT)")
            .asMatchPredicate();

    /** Incompatible additions, with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "an optional part of a multipart body",
            "each part is an argument, so that a file has a name and a type of its own",
            "a second value of an enum that tells a variant",
            "the variant is called after the value that all its objects have");

    /** Additions that callers may not notice, even if none of what was added is used. */
    private static final List<String> FOR_CALLERS = List.of(
            "an operation with a tag of others",
            "the first optional query parameter",
            "a further optional query parameter",
            "the first optional header parameter",
            "a further optional header parameter",
            "the first request body, an optional one",
            "optional properties",
            "a default",
            "a value of an enum",
            "a variant, an object",
            "a variant of a discriminator",
            "a named schema");

    /** Shared by all tests, as compiling the code without additions takes longest. */
    @TempDir
    private static Path folder;

    private static final Map<Path, Compatibility> CODE = new ConcurrentHashMap<>();

    private static Compatibility code(Path document) {
        return CODE.computeIfAbsent(document, key -> Compatibility.with(document, sub()));
    }

    private static Path sub() {
        try {
            return Files.createTempDirectory(folder, "code");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachAdditionIsCompatible() {
        return additions()
                .map(addition -> DynamicTest.dynamicTest(
                        addition.getKey(),
                        () -> assertThat(breaks(SHAPES, addition.getValue()))
                                .as(addition.getKey())
                                .isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VENDORED", "MESSAGES"})
    void allAdditionsToOtherDocumentsAreCompatible(String document) {
        Consumer<DocumentTree> all = additions().map(Map.Entry::getValue).reduce(tree -> {}, Consumer::andThen);

        assertThat(breaks(document.equals("VENDORED") ? VENDORED : MESSAGES, all))
                .isEmpty();
    }

    private static Stream<Map.Entry<String, Consumer<DocumentTree>>> additions() {
        return Additions.all().entrySet().stream().filter(addition -> !EXCEPTIONS.containsKey(addition.getKey()));
    }

    private static List<String> breaks(Path document, Consumer<DocumentTree> addition) {
        DocumentTree more = DocumentTree.read(document);
        addition.accept(more);
        Path sub = sub();
        copyMeanings(document, sub.resolve("api.value-types.yaml"));
        return code(document).breaks(more.write(sub.resolve("api.json")), sub).stream()
                .filter(FOR_RETROFIT.negate())
                .toList();
    }

    private static void copyMeanings(Path document, Path file) {
        Path meanings =
                document.resolveSibling(document.getFileName().toString().replace(".yaml", ".value-types.yaml"));
        try {
            if (Files.exists(meanings)) {
                Files.copy(meanings, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allExceptionsAreNeeded() {
        for (String name : EXCEPTIONS.keySet()) {
            assertThat(breaks(SHAPES, Additions.all().get(name))).as(name).anyMatch(isIn(Target.SERVER));
        }
    }

    @Test
    void eachAdditionChangesTheDocument() {
        Additions.all().forEach((name, addition) -> {
            DocumentTree more = DocumentTree.read(SHAPES);
            addition.accept(more);
            assertThat(more.root())
                    .as(name)
                    .isNotEqualTo(DocumentTree.read(SHAPES).root());
        });
    }

    private static Path withAdditionsForCallers() {
        return additionsForCallers(SHAPES).write(sub().resolve("api.json"));
    }

    private static DocumentTree additionsForCallers(Path document) {
        DocumentTree more = DocumentTree.read(document);
        FOR_CALLERS.forEach(name -> Additions.all().get(name).accept(more));
        return more;
    }

    /** Writes the documents with which {@code .ci/compatibility} builds and runs the samples. */
    @Test
    @EnabledIfSystemProperty(named = "additions", matches = ".+")
    void writesVendoredDocumentWithAdditionsAndWithARemoval() throws IOException {
        DocumentTree more = additionsForCallers(VENDORED);
        List.of("an operation with a tag of its own", "responses of other statuses", "a header of a response")
                .forEach(name -> Additions.all().get(name).accept(more));
        // A client is built without a secret key if an operation needs none.
        ArrayNode security =
                (ArrayNode) more.operations().findFirst().orElseThrow().get("security");
        more.operations().forEach(operation -> operation.set("security", security));
        DocumentTree less = DocumentTree.read(VENDORED);
        less.schemasWith("properties")
                .map(schema -> (ObjectNode) schema.get("properties"))
                .forEach(properties -> properties.remove("idempotencyKey"));

        Path additions = Path.of(System.getProperty("additions"));
        for (Map.Entry<String, DocumentTree> document :
                Map.of("more", more, "less", less).entrySet()) {
            Path sub = Files.createDirectories(additions.resolve(document.getKey()));
            Files.deleteIfExists(sub.resolve("api.value-types.yaml"));
            copyMeanings(VENDORED, sub.resolve("api.value-types.yaml"));
            document.getValue().write(sub.resolve("api.json"));
        }
    }

    @TestFactory
    Stream<DynamicTest> callersRunAndCompile() throws ClassNotFoundException {
        return runAndCompile("Caller", Target.CLIENT);
    }

    @TestFactory
    Stream<DynamicTest> serversRunAndCompile() throws ClassNotFoundException {
        return runAndCompile("Server", Target.SERVER);
    }

    /** Runs a class that was compiled before the additions, and compiles it again. */
    private static Stream<DynamicTest> runAndCompile(String caller, Target target) throws ClassNotFoundException {
        Path compiledBefore = code(SHAPES).compile(caller);
        GeneratedCode after = GeneratedCode.of(withAdditionsForCallers(), target, sub());
        assertThat(after.sources().get("ThingsApi")).contains("doAdded");
        return Stream.concat(
                CallerTestFactory.of(after.load(compiledBefore), caller),
                Stream.of(DynamicTest.dynamicTest("compiles", () -> after.compile(caller))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class: {type          | Klasse: {type    | model.Thing.class_ METHOD_REMOVED
            Cat                   | Lion             | model.Cat CLASS_REMOVED
            enum: [json]          | enum: [xml]      | model.ResultJson CLASS_REMOVED
            class: {type: string} | class: {type: string, format: date-time} | model.Thing.class_ METHOD_RETURN_TYPE_CHANGED
            type: array, items: {$ref: '#/components/schemas/Animal'} | type: array, items: {type: string} | FilesApi.uploadFile GENERICS_CHANGED
            name: mode,           | name: style,     | api.PutThingParameters.mode METHOD_REMOVED
            get_thing             | find_thing       | ThingsApi.getThing METHOD_REMOVED
            [things]              | [items]          | ThingsApi CLASS_REMOVED
            """)
    void detectsIncompatibleChanges(String before, String after, String finding) throws IOException {
        String document = Files.readString(SHAPES);
        assertThat(document).contains(before);
        Path sub = sub();
        Path changed = Files.writeString(sub.resolve("api.yaml"), document.replace(before, after));
        List<String> breaks = code(SHAPES).breaks(changed, sub);
        for (Target target : Target.values()) {
            assertThat(breaks)
                    .as(target + ": " + before)
                    .filteredOn(isIn(target))
                    .anyMatch(found -> found.endsWith(finding));
        }
    }

    private static Predicate<String> isIn(Target target) {
        String api = target.packages().api();
        return finding -> finding.startsWith(api.substring(0, api.lastIndexOf('.')));
    }
}
