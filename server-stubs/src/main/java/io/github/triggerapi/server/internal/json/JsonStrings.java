package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strings in JSON, which JAX-RS writes without quotes. */
public final class JsonStrings {

    private static final Pattern JSON = Pattern.compile("(?i)[^;]*[/+]json\\s*(?:;.*)?");

    private JsonStrings() {}

    /** Returns whether a media type, with or without parameters, is that of JSON. */
    public static boolean isJson(String mediaType) {
        return JSON.matcher(mediaType).matches();
    }

    /**
     * Returns the entity that Jackson writes for a body: a string in JSON as a node, and everything else as it is.
     *
     * @param mediaType the media type of the body; null without a body
     */
    public static @Nullable Object entity(@Nullable Object body, @Nullable String mediaType) {
        return body instanceof String text && mediaType != null && isJson(mediaType) ? TextNode.valueOf(text) : body;
    }
}
