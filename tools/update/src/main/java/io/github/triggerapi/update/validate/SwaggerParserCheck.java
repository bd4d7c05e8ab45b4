package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rejects documents for which Swagger Parser reports problems. References are not resolved. */
final class SwaggerParserCheck {

    private static final Pattern MESSAGE =
            Pattern.compile("attribute (.+?) (is (?:missing|unexpected|not of type .*))");

    /** A part in brackets or quotes, or one that ends at the next dot. */
    private static final Pattern PART = Pattern.compile("\\((\\w+)\\)|\\[([^\\]]*)]|'([^']*)'|([^.(]+)");

    private SwaggerParserCheck() {}

    static void check(Node root, String text, Problems faults) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);
        for (String message : result.getMessages() == null ? List.<String>of() : result.getMessages()) {
            faults.add(line(root, message));
        }
        if (result.getOpenAPI() == null && faults.lines().isEmpty()) {
            faults.add(root, "Swagger Parser finds no document; expected OpenAPI");
        }
    }

    private static String line(Node root, String message) {
        Matcher matcher = MESSAGE.matcher(message);
        if (matcher.matches()) {
            return place(root, matcher.group(1)).pointer() + ": " + matcher.group(2) + expected(matcher.group(2));
        }
        return "#: " + message;
    }

    private static String expected(String what) {
        return switch (what) {
            case "is missing" -> "; expected one, because OpenAPI requires it";
            case "is unexpected" -> "; expected a member of OpenAPI, or one that starts with x-";
            default -> "";
        };
    }

    /** Resolves paths such as {@code paths.'/runs'(get).parameters.[id].schema}. Names may contain dots. */
    private static Node place(Node root, String words) {
        Node node = root;
        String rest = words;
        while (!rest.isEmpty()) {
            String left = rest;
            Node owner = node;
            Optional<Node> member = owner.members().stream()
                    .filter(m ->
                            left.equals(m.key()) || left.startsWith(m.key() + ".") || left.startsWith(m.key() + "("))
                    .max(Comparator.comparingInt(m -> m.key().length()));
            if (member.isPresent()) {
                node = member.get();
                rest = rest.substring(node.key().length());
            } else {
                Matcher part = PART.matcher(rest);
                if (!part.lookingAt()) {
                    return node;
                }
                node = child(node, part);
                rest = rest.substring(part.end());
            }
            rest = rest.startsWith(".") ? rest.substring(1) : rest;
        }
        return node;
    }

    private static Node child(Node node, Matcher part) {
        if (part.group(2) != null) {
            String name = part.group(2);
            return node.elements().stream()
                    .filter(element -> element.text("name").equals(name))
                    .findFirst()
                    .orElseGet(() -> node.get(name));
        }
        String name = part.group(1) != null ? part.group(1) : part.group(3) != null ? part.group(3) : part.group(4);
        return node.get(name);
    }
}
