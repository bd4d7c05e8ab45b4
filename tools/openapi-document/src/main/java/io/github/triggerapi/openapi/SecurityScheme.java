package io.github.triggerapi.openapi;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A security scheme of a document.
 *
 * @param node what the document says of it, after references
 */
public record SecurityScheme(String name, Kind kind, Node node) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** The kind of the credentials, with the part of a request that has an API key. */
    public enum Kind {
        BEARER,
        BASIC,
        HEADER,
        QUERY,
        COOKIE,
        /** None of these, or an API key whose name cannot be in a request. */
        OTHER
    }

    /** Returns the security scheme of a name. Its kind is {@link Kind#OTHER} if the document has none. */
    public static SecurityScheme of(Document document, String name) {
        Node scheme = document.resolve(
                document.root().get("components").get("securitySchemes").get(name));
        return new SecurityScheme(name, kind(scheme), scheme);
    }

    /** Returns the name of the header, query parameter or cookie of an API key. */
    public String parameter() {
        return node.text("name");
    }

    private static Kind kind(Node scheme) {
        return switch (scheme.text("type")) {
            case "oauth2", "openIdConnect" -> Kind.BEARER;
            case "http" ->
                switch (scheme.text("scheme").toLowerCase(Locale.ROOT)) {
                    case "bearer" -> Kind.BEARER;
                    case "basic" -> Kind.BASIC;
                    default -> Kind.OTHER;
                };
            case "apiKey" -> apiKey(scheme.text("in"), scheme.text("name"));
            default -> Kind.OTHER;
        };
    }

    private static Kind apiKey(String in, String name) {
        boolean token = TOKEN.matcher(name).matches();
        return switch (in) {
            case "query" -> name.isEmpty() ? Kind.OTHER : Kind.QUERY;
            case "header" -> token ? Kind.HEADER : Kind.OTHER;
            case "cookie" -> token ? Kind.COOKIE : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }
}
