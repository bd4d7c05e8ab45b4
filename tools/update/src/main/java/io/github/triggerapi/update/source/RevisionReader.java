package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RejectedRevisionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds documents at addresses, in files and in pages of documentation.
 *
 * <p>A page is one in Markdown that has a heading {@code ## OpenAPI} and below it one fenced block of YAML or JSON. Only
 * that block counts.
 */
public final class RevisionReader {

    private static final Limits LIMITS = new Limits(10_000_000, Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** Two letters at least, as one is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private static final Pattern HTTP = Pattern.compile("(?i)https?:.*");

    private RevisionReader() {}

    /**
     * What is read at most, and how long it may take.
     *
     * @param bytes the size of a document or page
     * @param connect the time until there is a connection
     * @param total the time until everything is there
     */
    record Limits(int bytes, Duration connect, Duration total) {}

    /**
     * Reads a document.
     *
     * <p>An address must not hold a user or a password. Its query is kept, in the revision and in messages, and so must
     * not hold a secret.
     *
     * @param locations addresses with {@code https} or {@code http}, or paths of files; several are merged into one
     * @throws RejectedRevisionException where there is no document, or several that do not fit together
     */
    public static Revision read(List<String> locations) {
        return read(locations, LIMITS);
    }

    static Revision read(List<String> locations, Limits limits) {
        if (locations.isEmpty()) {
            throw new RejectedRevisionException(
                    "There is no document to read; expected an address or the path of a file");
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

    /** A location becomes part of lines that people and programs read. */
    private static void checkCharacters(String location) {
        if (location.isBlank() || location.chars().anyMatch(Character::isISOControl)) {
            throw new RejectedRevisionException("The location '" + shown(location) + "' is empty or has a"
                    + " control character; expected an address or the path of a file");
        }
    }

    private static void checkThatAllDiffer(List<String> locations) {
        Set<Object> seen = new HashSet<>();
        for (String location : locations) {
            Object place = isAddress(location)
                    ? location
                    : FileSource.path(location).toAbsolutePath().normalize();
            if (!seen.add(place)) {
                throw new RejectedRevisionException(shown(location) + ": is named twice; expected each location once");
            }
        }
    }

    private static boolean isAddress(String location) {
        if (HTTP.matcher(location).matches()) {
            return true;
        }
        if (SCHEME.matcher(location).matches()) {
            String scheme = location.substring(0, location.indexOf(':') + 1);
            throw new RejectedRevisionException(scheme
                    + " is not a scheme to read from; expected an address with https: or http:, or the path of a file");
        }
        return false;
    }

    /** An address without what may be a password. */
    static String shown(String location) {
        return location.replaceFirst("^([A-Za-z]+:/*)[^/?#]*@", "$1");
    }
}
