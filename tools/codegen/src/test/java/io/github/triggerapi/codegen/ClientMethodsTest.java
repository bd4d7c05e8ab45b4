package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file beside a document with the methods of the client that send an operation several times. */
class ClientMethodsTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            security: []
            paths:
              /shops/{cursor}/jobs:
                get:
                  operationId: list_jobs
                  tags: [jobs]
                  parameters:
                    - {name: cursor, in: path, required: true, schema: {type: string}}
                    - {name: 'page[after]', in: query, schema: {type: string}}
                    - {name: 'page[size]', in: query, schema: {type: integer}}
                    - {name: states, in: query, schema: {type: array, items: {type: string}}}
                    - {name: x-version, in: header, schema: {type: string}}
                  responses:
                    '200':
                      description: A page
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [data]
                            properties:
                              data: {type: array, items: {$ref: '#/components/schemas/Job'}}
                              pagination: {type: object, properties: {next: {type: string}}}
              /queues:
                get:
                  operationId: listQueues
                  tags: [jobs]
                  parameters:
                    - {name: page, in: query, required: true, schema: {type: integer}}
                  responses:
                    '200':
                      description: A page
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Queues'}}
              /jobs/{timeout}:
                get:
                  operationId: getJob
                  tags: [jobs]
                  parameters:
                    - {name: timeout, in: path, required: true, schema: {type: string}}
                    - {name: x-version, in: header, schema: {type: string}}
                  responses:
                    '200': {description: A job, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
                delete:
                  operationId: deleteJob
                  tags: [jobs]
                  parameters:
                    - {name: timeout, in: path, required: true, schema: {type: string}}
                  responses: {'204': {description: Deleted}}
            components:
              schemas:
                Job:
                  type: object
                  properties:
                    state: {type: string, enum: [waiting, done, gave up]}
                    phase: {type: object, properties: {name: {type: string}}}
                Queues:
                  type: object
                  required: [names, place]
                  properties:
                    names: {type: array, items: {type: [string, 'null']}}
                    place: {type: object, required: [pages], properties: {pages: {type: integer}}}
            """;

    private static final String RULES = """
            # Jobs
            "#/paths/~1shops~1{cursor}~1jobs/get":
              listAllJobs: {items: /data, parameter: "page[after]", next: /pagination/next}
            "#/paths/~1queues/get":
              listAllQueues: {items: /names, parameter: page, pages: /place/pages}
            "#/paths/~1jobs~1{timeout}/get":
              awaitJob: {status: /state, final: [done, gave up]}
              awaitPhase: {status: /phase/name, final: [end]}
              awaitEnd: {status: /state, final: [done], unlisted: [gave up, lost]}
            """;

    @TempDir
    private Path folder;

    @Test
    void clientHasTheMethods() throws IOException {
        Map<String, String> sources = GeneratedCode.of(write(RULES), Target.CLIENT, folder.resolve("client"))
                .sources();

        assertThat(sources.get("JobsApi"))
                .containsOnlyOnce("""
                            default PagedItems<Job> listAllJobs(String cursor, ListJobsParameters parameters, ListJobsHeaders headers) {
                                return PagedItems.byCursor(
                                        parameters.pageAfter(),
                                        cursor_ -> listJobs(cursor, parameters.toBuilder().pageAfter(cursor_).build(), headers),
                                        ListJobsResponse::data,
                                        body -> body.pagination() == null ? null : body.pagination().next());
                            }
                        """)
                .containsOnlyOnce("default PagedItems<Job> listAllJobs(String cursor) {")
                .containsOnlyOnce(
                        "default PagedItems<Job> listAllJobs(String cursor, Consumer<ListJobsParameters.Builder> parameters) {")
                .containsOnlyOnce("""
                            default PagedItems<@Nullable String> listAllQueues(ListQueuesParameters parameters) {
                                return PagedItems.byNumber(
                                        parameters.page(),
                                        number -> listQueues(parameters.toBuilder().page(number).build()),
                                        Queues::names,
                                        body -> body.place().pages());
                            }
                        """)
                .containsOnlyOnce("""
                            default Polling<Job> awaitJob(String timeout, GetJobHeaders headers) {
                                return getJob(timeout, headers)
                                        .polling(Job::state, Set.of(JobState.DONE, JobState.GAVE_UP));
                            }
                        """)
                .containsOnlyOnce("""
                            default Job awaitJob(String timeout, Duration timeout_) {
                                return awaitJob(timeout).await(timeout_);
                            }
                        """)
                .containsOnlyOnce("""
                            default CompletableFuture<Job> awaitJobAsync(String timeout, Duration timeout_) {
                                return awaitJob(timeout).awaitAsync(timeout_);
                            }
                        """)
                .containsOnlyOnce(
                        ".polling(body -> body.phase() == null ? null : body.phase().name(), Set.of(\"end\"));");
        assertThat(sources.get("ListJobsParameters")).containsOnlyOnce("public Builder toBuilder()");
    }

    @Test
    void codeWithoutRulesHasNoSuchMethods() throws IOException {
        GeneratedCode code = GeneratedCode.notCompiled(write(""), Target.CLIENT, folder.resolve("client"));

        assertThat(code.sources().get("JobsApi")).doesNotContain("PagedItems", "Polling", "default Job ");
        assertThat(code.sources().get("ListJobsParameters")).doesNotContain("toBuilder");
    }

    @Test
    void stubsHaveNoSuchMethods() throws IOException {
        Map<String, String> without = GeneratedCode.notCompiled(write(""), Target.SERVER, folder.resolve("without"))
                .sources();
        Map<String, String> with = GeneratedCode.notCompiled(write(RULES), Target.SERVER, folder.resolve("with"))
                .sources();

        assertThat(with).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~1gone/get | all: {items: /a, parameter: b, next: /c} | is not an operation; correct the pointer, or remove the rule",
                "~1queues/get | [] | has no methods; expected names with their rules",
                "~1queues/get | all: {items: /names, parameter: page} | all: expected items, parameter and next, or items, parameter and pages, or status and final",
                "~1queues/get | all: {items: /name, parameter: page, pages: /place/pages} | all: items is /name, which is not the place of a member",
                "~1queues/get | all: {items: names, parameter: page, pages: /place/pages} | all: items is names, which is not the place of a member",
                "~1queues/get | all: {items: /place, parameter: page, pages: /place/pages} | all: items is /place, which is not of type array",
                "~1queues/get | all: {items: /names, parameter: page, pages: /place} | all: pages is /place, which is not of type integer",
                "~1queues/get | all: {items: /names, parameter: size, pages: /place/pages} | all: parameter is size, which is not a query parameter",
                "~1shops~1{cursor}~1jobs/get | all: {items: /data, parameter: 'page[size]', next: /pagination/next} | all: parameter is page[size], which has another type",
                "~1jobs~1{timeout}/get | wait: {status: /state, final: [done, lost]} | wait: not the name of a method",
                "~1jobs~1{timeout}/get | listQueues: {status: /state, final: [done]} | listQueues: another method has this name",
                "~1jobs~1{timeout}/get | awaitJob: {status: /state, final: [done, lost]} | awaitJob: final has lost, which the document does not list",
                "~1jobs~1{timeout}/get | awaitJob: {status: /state, final: [done, done]} | awaitJob: final is",
                "~1jobs~1{timeout}/get | awaitJob: {status: /state, final: []} | awaitJob: final is",
                "~1jobs~1{timeout}/get | awaitJob: {status: /state, final: [done], unlisted: [done]} | awaitJob: final is",
                "~1queues/get | all: {items: /names, parameter: page, unlisted: [done]} | all: expected items, parameter and next",
                "~1jobs~1{timeout}/delete | awaitJob: {status: /state, final: [done]} | awaitJob: the operation returns no JSON",
            },
            quoteCharacter = '`')
    void rulesThatLeadNowhereAreFaults(String path, String rule, String fault) throws IOException {
        Path document = write("# Jobs\n\n\"#/paths/" + path + "\":\n  " + rule + "\n");

        UnsupportedDocumentException thrown =
                catchThrowableOfType(UnsupportedDocumentException.class, () -> ApiReader.read(document));

        assertThat(thrown.problems()).singleElement().asString().startsWith("line 3: #/paths/" + path + " " + fault);
        assertThat(thrown).hasMessageContaining("api.client-methods.yaml");
    }

    private Path write(String rules) throws IOException {
        Files.writeString(folder.resolve("api.client-methods.yaml"), rules);
        return Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
    }
}
