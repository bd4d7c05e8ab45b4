package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.openapi.Node;
import java.util.List;

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

    /** Returns the URL of a server with the defaults of its variables, without a slash at the end. */
    static String url(Node server) {
        String url = server.text("url");
        for (Node variable : server.get("variables").members()) {
            url = url.replace("{" + variable.key() + "}", variable.text("default"));
        }
        return url.replaceAll("/+$", "");
    }
}
