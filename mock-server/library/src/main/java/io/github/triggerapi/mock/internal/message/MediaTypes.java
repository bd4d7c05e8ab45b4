package io.github.triggerapi.mock.internal.message;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Negotiates the media types of request bodies and responses. */
public final class MediaTypes {
    private static final String ANY = "*/*";
    private static final String BYTES = "application/octet-stream";

    private MediaTypes() {}

    /** Returns the offered type that a Content-Type header names; rejects any other type with status 415. */
    public static String ofBody(@Nullable String contentType, Collection<String> offered) {
        if (contentType != null && offered.contains(contentType)) {
            return contentType;
        }
        String expected = String.join(" or ", offered);
        if (contentType == null && offered.contains(ANY)) {
            return BYTES;
        }
        if (contentType == null) {
            throw new RejectedRequestException(415, "Content-Type is missing, expected " + expected);
        }
        String type = bare(contentType);
        return offered.stream()
                .filter(one -> covers(bare(one), type))
                .findFirst()
                .map(one -> one.contains("*") ? type : one)
                .orElseThrow(
                        () -> new RejectedRequestException(415, "Content-Type is not supported, expected " + expected));
    }

    /** Returns the offered type that Accept headers prefer; rejects with status 406 if they accept none. */
    public static @Nullable String ofResponse(List<String> accept, Collection<String> offered) {
        String wanted = String.join(",", accept);
        if (wanted.isBlank() || offered.isEmpty()) {
            return offered.stream().findFirst().orElse(null);
        }
        String best = null;
        double bestQuality = 0;
        for (String type : offered) {
            double quality = quality(wanted, bare(type));
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw new RejectedRequestException(406, "Accept must allow " + String.join(" or ", offered));
        }
        return best;
    }

    private static double quality(String wanted, String type) {
        int closest = -1;
        double quality = 0;
        for (String range : wanted.split(",")) {
            String bare = bare(range);
            // The most specific range decides: type/subtype before type/* before */*.
            int closeness = bare.equals(type) ? 2 : bare.startsWith("*") ? 0 : 1;
            if (closeness > closest && covers(bare, type)) {
                closest = closeness;
                quality = weight(range);
            }
        }
        return quality;
    }

    private static double weight(String range) {
        for (String parameter : range.split(";")) {
            String text = parameter.strip().toLowerCase(Locale.ROOT);
            if (text.matches("q=[01](\\.\\d{0,3})?")) {
                return Double.parseDouble(text.substring(2));
            }
        }
        return 1;
    }

    /** Returns whether a media type is in a range such as {@code text/*}, which may also be a single type. */
    public static boolean covers(String range, String type) {
        return range.equals(ANY)
                || range.equals(type)
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    /** Returns a media type without its parameters. */
    public static String bare(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Returns a media type that a response can have, even if the document has a range such as {@code text/*}. */
    public static String concrete(String range) {
        if (!range.contains("*")) {
            return range;
        }
        String bare = bare(range);
        return bare.equals(ANY) ? BYTES : bare.equals("text/*") ? "text/plain" : "application/json";
    }

    public static boolean isJson(String type) {
        String bare = bare(type);
        return bare.equals("application/json") || bare.endsWith("+json");
    }
}
