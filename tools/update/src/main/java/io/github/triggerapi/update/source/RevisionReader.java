package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads documents from URLs, files and pages of documentation.
 *
 * <p>A page of documentation is in Markdown and has a heading {@code ## OpenAPI} with one fenced block of YAML or JSON,
 * which is the document.
 */
public final class RevisionReader {

    private static final Limits LIMITS = new Limits(10_000_000, Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** At least two letters, because one is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private static final Pattern HTTP = Pattern.compile("(?i)https?:.*");

    private RevisionReader() {}

    /**
     * The limits for reading.
     *
     * @param bytes the greatest size of a document or page
     * @param connect the timeout for the connection
     * @param total the timeout for the complete response
     */
    record Limits(int bytes, Duration connect, Duration total) {

        byte[] read(String location, InputStream stream) throws IOException {
            byte[] read = stream.readNBytes(bytes + 1);
            if (read.length > bytes) {
                throw new RejectedRevisionException(
                        location + ": is longer than " + bytes + " bytes; expected a document of at most that");
            }
            return read;
        }
    }

    /**
     * Reads a document.
     *
     * <p>A URL must not contain a user or a password. Its query is part of the revision and of messages, and must not contain
     * a secret.
     *
     * @param locations URLs with {@code https} or {@code http}, or files; several are merged
     * @throws RejectedRevisionException if there is no document, or if several cannot be merged
     */
    public static Revision read(List<String> locations) {
        return read(locations, LIMITS);
    }

    static Revision read(List<String> locations, Limits limits) {
        if (locations.isEmpty()) {
            throw new RejectedRevisionException("There is no document to read; expected a URL or a file");
        }
        locations.forEach(RevisionReader::checkCharacters);
        checkThatAllDiffer(locations);
        List<Revision> pages = new ArrayList<>();
        for (String location : locations) {
            byte[] bytes = isAddress(location) ? HttpSource.read(location, limits) : FileSource.read(location, limits);
            pages.add(
                    new Revision(location, DocumentationPage.document(location, TextDecoder.decode(location, bytes))));
        }
        return pages.size() == 1 ? pages.get(0) : PageMerger.of(pages);
    }

    /** Rejects locations that cannot be part of a line. */
    private static void checkCharacters(String location) {
        if (location.isBlank() || location.chars().anyMatch(Character::isISOControl)) {
            throw new RejectedRevisionException("The location '" + shown(location) + "' is empty or has a"
                    + " control character; expected a URL or a file");
        }
    }

    private static void checkThatAllDiffer(List<String> locations) {
        Set<Object> seen = new HashSet<>();
        for (String location : locations) {
            Object place = isAddress(location)
                    ? location
                    : FileSource.path(location).toAbsolutePath().normalize();
            if (!seen.add(place)) {
                throw new RejectedRevisionException(shown(location) + ": is given twice; expected each location once");
            }
        }
    }

    private static boolean isAddress(String location) {
        if (HTTP.matcher(location).matches()) {
            return true;
        }
        if (SCHEME.matcher(location).matches()) {
            String scheme = location.substring(0, location.indexOf(':') + 1);
            throw new RejectedRevisionException(
                    scheme + " is not a supported scheme; expected a URL with https: or http:, or a file");
        }
        return false;
    }

    /** Returns a URL without a user and password. */
    static String shown(String location) {
        return location.replaceFirst("^([A-Za-z]+:/*)[^/?#]*@", "$1");
    }
}
