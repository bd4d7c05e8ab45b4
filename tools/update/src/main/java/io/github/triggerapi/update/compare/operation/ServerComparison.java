package io.github.triggerapi.update.compare.operation;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.OperationComparison.Pair;
import io.github.triggerapi.update.compare.operation.Routes.Route;
import java.util.stream.Stream;

/** Compares servers. Clients use the first one by default, of an operation or of the document. */
public final class ServerComparison {

    private ServerComparison() {}

    /** Compares the servers of operations, unless neither has servers of its own. */
    static void compare(Pair pair, Node rootBefore, Node rootAfter, ChangeCollector changes) {
        Node before = owner(pair.before(), rootBefore);
        Node after = owner(pair.after(), rootAfter);
        if (before != rootBefore || after != rootAfter) {
            compare(before, after, changes);
        }
    }

    /** Returns what lists the servers of an operation: itself, its path or the document. */
    private static Node owner(Route route, Node root) {
        return Stream.of(route.operation(), route.path())
                .filter(node -> node.has("servers"))
                .findFirst()
                .orElse(root);
    }

    /** Compares the servers that two documents or operations list. */
    public static void compare(Node before, Node after, ChangeCollector changes) {
        Node was = first(before);
        Node is = first(after);
        String from = url(was);
        String to = url(is);
        if (from.equals(to)) {
            return;
        }
        boolean stays = after.get("servers").elements().stream()
                .anyMatch(server -> url(server).equals(from));
        Verdict callers = stays
                ? Verdict.compatible("the client uses " + to + " by default")
                : Verdict.breaking(from + " was removed from the servers");
        changes.add(
                was.get("url"),
                is.get("url"),
                "URL of the first server",
                new VerdictPair(callers, Verdict.compatible("the server stubs do not depend on the URL")));
    }

    private static Node first(Node root) {
        return root.get("servers").elements().stream()
                .findFirst()
                .orElse(root.get("servers").get("0"));
    }

    private static String url(Node server) {
        return server.text("url").replaceAll("/+$", "");
    }
}
