package io.github.triggerapi.mock.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.control.model.DocumentInfo;
import io.github.triggerapi.mock.control.model.OperationInfo;
import io.github.triggerapi.mock.control.model.ServerInfo;
import io.github.triggerapi.mock.control.model.ServerOptions;
import io.github.triggerapi.mock.document.Document;
import io.github.triggerapi.mock.document.Operations;
import io.github.triggerapi.server.api.SuccessStatus;
import java.util.List;

/** The document of control, and what answers its operations. */
public final class Control {
    /** The provider of JAX-RS that gives its answers their documented status. */
    public static final Class<?> SUCCESS_STATUS = SuccessStatus.class;

    private Control() {}

    /** The document. */
    public static Document document() {
        return Document.ofResource(Control.class, "control.yaml");
    }

    /**
     * What a server says of itself.
     *
     * @param document the one that it mocks
     */
    public static ServerInfo info(String version, Document document, ServerOptions options) {
        JsonNode about = document.root().path("info");
        return ServerInfo.builder()
                .version(version)
                .document(DocumentInfo.builder()
                        .title(about.path("title").asText())
                        .version(about.path("version").asText())
                        .operations(Operations.of(document).stream()
                                .map(operation -> OperationInfo.builder()
                                        .method(operation.method())
                                        .path(operation.path())
                                        .build())
                                .toList())
                        .build())
                .options(options)
                .build();
    }

    /** JAX-RS resources that answer all of its operations but those whose answers are events. */
    public static List<Object> resources(Controlled server) {
        return List.of(
                new ServerControl(server),
                new RunsControl(server.engine(), server.log()),
                new RequestsControl(server.log()),
                new FaultsControl(server.faults()),
                new ClockControl(server.engine().clock()),
                new StateControl(server));
    }
}
