package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.openapi.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Validates text that becomes a part of requests and responses. */
final class HttpSyntax {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETER = "[ \\t]*;[ \\t]*" + TOKEN + "=(?:" + TOKEN + "|\"[ !#-\\[\\]-~]*+\")";

    private static final Pattern FIELD_NAME = Pattern.compile(TOKEN);
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*+");
    private static final Pattern STATUS = Pattern.compile("[1-5](?:\\d\\d|XX)|default");
    private static final Pattern SERVER = Pattern.compile("https?://[^{}]+");

    private HttpSyntax() {}

    /** Rejects a malformed header name. */
    static void checkFieldName(Node where, String name) {
        if (!FIELD_NAME.matcher(name).matches()) {
            throw new InvalidPartException(
                    where, "not the name of a header: " + name + "; expected letters, digits and hyphens");
        }
    }

    /** Rejects a malformed media type. */
    static void checkMediaType(Node content) {
        if (!MEDIA_TYPE.matcher(content.key()).matches()) {
            throw new InvalidPartException(content, "not a media type; expected one such as application/json");
        }
    }

    /** Rejects a malformed status. */
    static void checkStatus(Node response) {
        if (!STATUS.matcher(response.key()).matches()) {
            throw new InvalidPartException(
                    response, "not a status; expected a code such as 404, a range such as 4XX, or default");
        }
    }

    /** Returns whether a string is an absolute http or https URL. */
    static boolean isServer(String url) {
        try {
            return SERVER.matcher(url).matches() && new URI(url).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
