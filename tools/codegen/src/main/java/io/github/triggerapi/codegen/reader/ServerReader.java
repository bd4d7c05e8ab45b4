package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.openapi.Node;
import java.util.List;
import java.util.Optional;

/** Reads the servers of a document. */
final class ServerReader {

    private ServerReader() {}

    /**
     * Returns the URL of the first server with the defaults of its variables, without a slash at the end. If that is
     * relative or there is none, it is a path.
     */
    static String url(Node root, Notes notes) {
        List<Node> servers = root.get("servers").elements();
        if (servers.isEmpty()) {
            notes.add(root, "no server is listed, so the client has no default URL");
            return "/";
        }
        Node server = servers.get(0);
        String url = url(server);
        if (!HttpSyntax.isServer(url)) {
            notes.add(server.get("url"), "not an absolute URL, so the client has no default URL");
            return url.startsWith("/") && HttpSyntax.isServer("https://localhost" + url) ? url : "/";
        }
        return url;
    }

    /**
     * Returns the URL of the server that an operation has of its own, with the defaults of its variables; empty if it has
     * none. A relative URL is one at the server of the document.
     */
    static Optional<String> own(Node root, Node item, Node operation) {
        String document = root.get("servers").elements().stream()
                .findFirst()
                .map(ServerReader::url)
                .orElse("/");
        return (operation.has("servers") ? operation : item)
                .get("servers").elements().stream()
                        .findFirst()
                        .map(ServerReader::url)
                        .map(own -> own.matches("(?:/[^/].*)?") && HttpSyntax.isServer(document)
                                ? document.replaceFirst("(?<=[^:/])/.*", "") + own
                                : own)
                        .filter(HttpSyntax::isServer);
    }

    /** Returns the URL of a server with the defaults of its variables, without a slash at the end. */
    static String url(Node server) {
        String url = server.text("url");
        for (Node variable : server.get("variables").members()) {
            url = url.replace("{" + variable.key() + "}", variable.text("default"));
        }
        return url.replaceAll("/+$", "");
    }
}
