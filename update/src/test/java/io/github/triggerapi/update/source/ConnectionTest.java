package io.github.triggerapi.update.source;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.triggerapi.update.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where there is no connection to a server, a line says why. */
class ConnectionTest {

    @Test
    void aServerThatDoesNotListenIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Sources.read(List.of("http://127.0.0.1:" + port + "/a")))
                .withMessage(
                        "http://127.0.0.1:%d/a: no connection to 127.0.0.1:%d; expected a server that listens there"
                                .formatted(port, port));
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Sources.read(List.of("https://no-such-host.invalid/a")))
                .withMessage(
                        "https://no-such-host.invalid/a: there is no host no-such-host.invalid; expected one that can"
                                + " be found");
    }

    @Test
    void aServerWithoutTlsIsNoSecureOne() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread server = new Thread(() -> {
                try (Socket connection = socket.accept()) {
                    // It waits for what a client says first, and answers in plain text. The client is to close: where
                    // the server does at once, the JDK's client now and then misses the answer and waits on.
                    connection.getInputStream().read();
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    connection.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client has gone.
                }
            });
            server.start();
            String address = "https://127.0.0.1:" + socket.getLocalPort() + "/a";

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> Sources.read(List.of(address)))
                    .withMessageStartingWith(address + ": no secure connection: ")
                    .withMessageEndingWith("; expected a certificate that is trusted");
        }
    }
}
