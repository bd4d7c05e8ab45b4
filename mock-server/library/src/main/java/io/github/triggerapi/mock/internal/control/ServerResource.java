package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.api.ServerApi;
import io.github.triggerapi.mock.internal.control.model.Health;
import io.github.triggerapi.mock.internal.control.model.ServerInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Shows the server and its OpenAPI documents, and resets it. */
final class ServerResource implements ServerApi {
    private final ControlContext server;

    ServerResource(ControlContext server) {
        this.server = server;
    }

    @Override
    public Health getHealth() {
        // Throws an exception if the store does not respond.
        server.engine().store().find("");
        return Health.builder().status("ok").build();
    }

    @Override
    public ServerInfo getInfo() {
        return server.info();
    }

    @Override
    public InputStream getControlDocument() {
        return new ByteArrayInputStream(ControlApi.document().source());
    }

    @Override
    public InputStream getDocument() {
        return new ByteArrayInputStream(server.document().source());
    }

    @Override
    public void reset() {
        server.reset().run();
    }
}
