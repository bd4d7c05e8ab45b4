package io.github.triggerapi.mock.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.control.model.DocumentInfo;
import io.github.triggerapi.mock.internal.control.model.OperationInfo;
import io.github.triggerapi.mock.internal.control.model.ServerInfo;
import io.github.triggerapi.mock.internal.control.model.ServerOptions;
import io.github.triggerapi.mock.internal.document.Document;
import java.util.List;

/** The OpenAPI document of the control API, and the resources that handle its operations. */
public final class ControlApi {
    private ControlApi() {}

    /** Returns the OpenAPI document, which is read once. */
    public static Document document() {
        return ControlDocument.DOCUMENT;
    }

    private static final class ControlDocument {
        private static final Document DOCUMENT = Document.ofResource(ControlApi.class, "control.yaml");
    }

    /**
     * Returns a description of the server.
     *
     * @param document the OpenAPI document that it mocks
     */
    public static ServerInfo info(String version, Document document, ServerOptions options) {
        JsonNode about = document.root().path("info");
        return ServerInfo.builder()
                .version(version)
                .document(DocumentInfo.builder()
                        .title(about.path("title").asText())
                        .version(about.path("version").asText())
                        .operations(document.operations().stream()
                                .map(operation -> OperationInfo.builder()
                                        .method(operation.method())
                                        .path(operation.path())
                                        .build())
                                .toList())
                        .build())
                .options(options)
                .build();
    }

    /** Returns resources for all operations except those that respond with events. */
    public static List<Object> resources(ControlContext server) {
        return List.of(
                new ServerResource(server),
                new RunsResource(server.engine(), server.log()),
                new TaskPlansResource(server.engine(), server.info().options().tasks()),
                new RequestsResource(server.log()),
                new FaultsResource(server.faults()),
                new ClockResource(server.engine().clock()),
                new StateResource(server));
    }
}
