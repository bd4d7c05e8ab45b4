package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.triggerapi.update.HostileStrings;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.report.HtmlReport;
import io.github.triggerapi.update.report.MarkdownReport;
import io.github.triggerapi.update.report.ReportStructure;
import io.github.triggerapi.update.report.TerminalReport;
import io.github.triggerapi.update.report.UpdateReport;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each text of a document is a hostile one in turn: the revision is rejected in visible lines, or all that is written of it
 * is made of the same parts as with a harmless text in that place.
 */
class HostileDocumentTest {

    /** A document whose arbitrary strings are {@code at-} and the name of their place. */
    private static final String DOCUMENT = """
            {
              "openapi": "3.1.0",
              "info": {"title": "at-title", "version": "at-version", "description": "at-info-description",
                "license": {"name": "at-license", "url": "https://example.com"}, "contact": {"name": "at-contact"}},
              "servers": [{"url": "https://api.example.com/at-server", "description": "at-server-description"},
                {"url": "https://other.example.com/at-other-server"}],
              "tags": [{"name": "at-tag", "description": "at-tag-description"}],
              "x-at-extension": {"at-extension-name": "at-extension-value"},
              "paths": {
                "/things/at-path/{id}": {
                  "post": {
                    "operationId": "at-operation-id", "tags": ["at-tag"], "summary": "at-summary",
                    "description": "at-description", "x-codeSamples": [{"lang": "at-lang", "source": "at-sample"}],
                    "security": [{"at-scheme": []}],
                    "parameters": [
                      {"in": "path", "name": "id", "required": true, "schema": {"type": "string"},
                        "description": "at-parameter-description"},
                      {"in": "query", "name": "at-query", "schema": {"type": "string", "default": "at-query-default"}},
                      {"in": "header", "name": "at-header", "schema": {"type": "string", "example": "at-header-example"}}
                    ],
                    "requestBody": {
                      "description": "at-body-description",
                      "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Sent"},
                          "examples": {"at-example-name": {"summary": "at-example-summary", "value": {"at-key": "at-value"}}}},
                        "text/at-media-type": {"schema": {"type": "string"}}
                      }
                    },
                    "responses": {
                      "200": {
                        "description": "at-response-description",
                        "headers": {"at-response-header": {"schema": {"type": "string"}, "description": "at-header-description"}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Got"}}}
                      }
                    }
                  }
                }
              },
              "components": {
                "schemas": {
                  "Sent": {
                    "type": "object", "title": "at-schema-title", "required": ["at-required"],
                    "properties": {
                      "at-required": {"type": "string", "pattern": "at-pattern", "format": "at-format"},
                      "at-property": {"type": "string", "enum": ["at-enum", "other"], "default": "at-enum"},
                      "constant": {"type": "string", "const": "at-const"},
                      "text": {"type": "string", "default": "at-default", "example": "at-example",
                        "description": "at-property-description"}
                    }
                  },
                  "Got": {
                    "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                    "discriminator": {"propertyName": "kind", "mapping": {
                      "at-mapping": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}}
                  },
                  "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}},
                  "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}},
                  "at-component": {"type": "object", "properties": {"at-member": {"type": "string"}}}
                },
                "securitySchemes": {"at-scheme": {"type": "http", "scheme": "bearer", "description": "at-scheme-description"}}
              }
            }
            """;

    private static final Pattern PLACE = Pattern.compile("at-[a-z-]+");

    /** Places whose characters are restricted by OpenAPI or HTTP. */
    private static final Set<String> NAMES =
            Set.of("at-component", "at-scheme", "at-header", "at-response-header", "at-media-type");

    /** Places where some payloads are rejected: URLs, patterns and names of properties. */
    private static final Set<String> PARTLY_FREE =
            Set.of("at-server", "at-other-server", "at-path", "at-pattern", "at-property");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @TempDir
    private static Path directory;

    private static Written harmless;
    private static Written quiteHarmless;
    private static Written harmlessBefore;

    @BeforeAll
    static void takeHarmless() throws IOException {
        harmless = take(DOCUMENT, with("harmless", HostileDocumentTest::isFree));
        quiteHarmless = take(DOCUMENT, with("harmless", HostileDocumentTest::isQuiteFree));
        harmlessBefore = take(with("harmless", HostileDocumentTest::isQuiteFree), DOCUMENT);
    }

    /** Returns the document with a string appended to the name of each of some places. */
    private static String with(String text, Predicate<String> which) {
        return PLACE.matcher(DOCUMENT)
                .replaceAll(found -> which.test(found.group())
                        ? Matcher.quoteReplacement(escaped(found.group() + "-x " + text))
                        : found.group());
    }

    private static String escaped(String text) {
        try {
            String quoted = JSON.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The output for a revision. */
    private record Written(
            int warnings,
            String html,
            String markdown,
            String terminal,
            String changelog,
            String lock,
            String result) {}

    private static Written take(String before, String after) throws IOException {
        Path repository = Files.createTempDirectory(directory, "repository");
        TestRepository.create(repository, before, "before.json");
        Path revision = Files.writeString(directory.resolve("revision.json"), after);
        try (ReportDirectory work = ReportDirectory.take(repository)) {
            UpdateReport report = new Update(
                            repository,
                            work,
                            (vendored, compatible) -> BuildResult.SKIPPED,
                            step -> {},
                            LocalDate.of(2026, 2, 3))
                    .run(List.of(revision.toString()), true)
                    .orElseThrow();
            ResultProperties.of(work.path(), report);
            return new Written(
                    report.warnings().size(),
                    HtmlReport.of(report),
                    MarkdownReport.of(report),
                    TerminalReport.of(report, "report.html", false),
                    Files.readString(repository.resolve(VendoredSpec.CHANGELOG)),
                    Files.readString(repository.resolve(VendoredSpec.LOCK)),
                    Files.readString(work.path().resolve("result.properties")));
        }
    }

    /** Groups of payloads, because each update takes a while. */
    static Stream<String> payloads() {
        int all = HostileStrings.ALL.size();
        return IntStream.iterate(0, i -> i < all, i -> i + 3)
                .mapToObj(i -> String.join(" ", HostileStrings.ALL.subList(i, Math.min(i + 3, all))));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void writtenFilesHaveSameStructure(String payload) throws Exception {
        try {
            Written hostile = take(DOCUMENT, with(payload, HostileDocumentTest::isFree));
            if (hostile.warnings() == harmless.warnings()) {
                assertSameParts(hostile, harmless);
                return;
            }
            assertVisible(hostile);
        } catch (RejectedRevisionException e) {
            assertVisible(e.getMessage() + String.join("", e.details()));
        }
        assertSameParts(take(DOCUMENT, with(payload, HostileDocumentTest::isQuiteFree)), quiteHarmless);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void filesForFormerDocumentHaveSameStructure(String payload) throws Exception {
        assertSameParts(take(with(payload, HostileDocumentTest::isQuiteFree), DOCUMENT), harmlessBefore);
    }

    private static boolean isFree(String place) {
        return !NAMES.contains(place);
    }

    private static boolean isQuiteFree(String place) {
        return isFree(place) && !PARTLY_FREE.contains(place);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void invalidNameIsRejectedWithVisibleCharacters(String payload) {
        for (String place : NAMES) {
            assertThatThrownBy(() -> take(DOCUMENT, with(payload, place::equals)))
                    .isInstanceOfSatisfying(RejectedRevisionException.class, rejected -> {
                        assertVisible(rejected.getMessage());
                        assertThat(rejected.getMessage()).hasLineCount(1);
                        rejected.details().forEach(HostileDocumentTest::assertVisible);
                    });
        }
    }

    private static void assertSameParts(Written hostile, Written other) throws Exception {
        assertThat(ReportStructure.html(hostile.html())).isEqualTo(ReportStructure.html(other.html()));
        assertThat(ReportStructure.markdown(hostile.markdown())).isEqualTo(ReportStructure.markdown(other.markdown()));
        assertThat(ReportStructure.markdown(hostile.changelog()))
                .isEqualTo(ReportStructure.markdown(other.changelog()));
        assertThat(hostile.result()).isEqualTo(other.result());
        assertThat(properties(hostile.lock()).stringPropertyNames())
                .isEqualTo(properties(other.lock()).stringPropertyNames());
        assertThat(hostile.lock().lines()).hasSameSizeAs(other.lock().lines().toList());
        assertVisible(hostile);
    }

    private static void assertVisible(Written written) {
        assertThat(written.terminal().lines()).noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
        assertVisible(written.terminal());
        assertVisible(written.html());
        assertVisible(written.markdown());
        assertVisible(written.changelog());
        assertVisible(written.lock());
        assertVisible(written.result());
    }

    private static Properties properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    private static void assertVisible(String text) {
        assertThat(text.codePoints().filter(HostileStrings::isInvisible).mapToObj(Integer::toHexString))
                .isEmpty();
    }
}
