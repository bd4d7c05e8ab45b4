package io.github.triggerapi.contract.judge;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A security scheme of the spec.
 *
 * @param in {@code header}, {@code query} or {@code cookie}
 * @param parameter the name of the header, query parameter or cookie
 */
public record SecurityScheme(String name, Kind kind, String in, String parameter) {

    /** The kind of the credentials. */
    public enum Kind {
        BEARER,
        BASIC,
        API_KEY,
        /** Not checked. */
        OTHER
    }

    static SecurityScheme of(String name, JsonNode scheme) {
        String type = scheme.path("type").asString("");
        if (type.equals("apiKey")) {
            return new SecurityScheme(
                    name,
                    Kind.API_KEY,
                    scheme.path("in").asString(""),
                    scheme.path("name").asString(""));
        }
        String http = scheme.path("scheme").asString("").toLowerCase(Locale.ROOT);
        Kind kind = Kind.OTHER;
        if (type.equals("oauth2") || type.equals("openIdConnect") || type.equals("http") && http.equals("bearer")) {
            kind = Kind.BEARER;
        } else if (type.equals("http") && http.equals("basic")) {
            kind = Kind.BASIC;
        }
        return new SecurityScheme(name, kind, "header", "Authorization");
    }

    /** Returns location and name of the credentials, such as {@code query api_key}. */
    public String place() {
        return in + " " + parameter;
    }

    /** Returns whether a request has the credentials of this scheme; true for a scheme whose form is unknown. */
    boolean isIn(Request request) {
        String value = value(request);
        return switch (kind) {
            case BEARER -> value != null && value.matches("(?i)bearer(?-i) +\\S+");
            case BASIC -> value != null && value.matches("(?i)basic(?-i) +\\S+") && isUserAndPassword(value);
            case API_KEY -> value != null && !value.isBlank();
            case OTHER -> true;
        };
    }

    private static boolean isUserAndPassword(String authorization) {
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.replaceFirst(".* ", ""));
            return new String(decoded, StandardCharsets.UTF_8).contains(":");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the credentials in a request; null if there are none. */
    public @Nullable String value(Request request) {
        return switch (in) {
            case "query" -> value(request.query(), "&", ParameterDeserializer::decode);
            case "cookie" -> value(String.join(";", request.values("Cookie")), "; *", string -> string);
            default -> request.header(parameter);
        };
    }

    private @Nullable String value(String pairs, String delimiter, UnaryOperator<String> decoder) {
        return Arrays.stream(pairs.split(delimiter))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && decoder.apply(pair[0]).equals(parameter))
                .map(pair -> decoder.apply(pair[1]))
                .findFirst()
                .orElse(null);
    }
}
