package io.github.triggerapi.update.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the messages for servers that cannot be reached. */
class ConnectionTest {

    @Test
    void refusedConnectionIsReported() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> RevisionReader.read(List.of("http://127.0.0.1:" + port + "/a")))
                .withMessage("http://127.0.0.1:%d/a: no connection to 127.0.0.1:%d; expected a server at this address"
                        .formatted(port, port));
    }

    @Test
    void unknownHostIsReported() {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> RevisionReader.read(List.of("https://no-such-host.invalid/a")))
                .withMessage("https://no-such-host.invalid/a: unknown host no-such-host.invalid; expected one that can"
                        + " be resolved");
    }

    @Test
    void untrustedCertificateIsRejected(@TempDir Path directory) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ownCertificate(directory.resolve("keys"))));
        server.start();
        try {
            String address = "https://127.0.0.1:" + server.getAddress().getPort() + "/a";

            assertThatExceptionOfType(RejectedRevisionException.class)
                    .isThrownBy(() -> RevisionReader.read(List.of(address)))
                    .withMessageStartingWith(address + ": no secure connection: ")
                    .withMessageEndingWith("; expected a trusted certificate");
        } finally {
            server.stop(0);
        }
    }

    /** A self-signed certificate. */
    private static SSLContext ownCertificate(Path keys) throws Exception {
        String password = "no secret";
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), password.toCharArray()), password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
