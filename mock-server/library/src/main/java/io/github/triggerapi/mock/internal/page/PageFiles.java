package io.github.triggerapi.mock.internal.page;

import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page that shows the server in a browser. They contain no data, so they need no token. */
public final class PageFiles {
    private static final String DIRECTORY = "/_page/";
    private static final String INDEX = "index.html";

    /** The names of files. None of them leads out of the directory, or to a class in it. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]+/)?[a-z0-9-]+\\.(css|html|js|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    /** Allows nothing from or to another host, and no inline scripts. The viewer has images in its styles. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-cache",
            "Content-Security-Policy", POLICY,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private static final Map<String, MockResponse> KNOWN = new ConcurrentHashMap<>();

    private PageFiles() {}

    /** Returns whether a path belongs to the page. */
    public static boolean has(String path) {
        return path.equals("/") || path.startsWith(DIRECTORY);
    }

    /**
     * Returns a file; rejects with status 404 an unknown file, and with 405 a method that does not read.
     *
     * @param known the If-None-Match header of the request, null if there is none
     */
    public static MockResponse respond(String method, String path, @Nullable String known) {
        String name = path.equals("/") ? INDEX : path.substring(DIRECTORY.length());
        MockResponse file = KNOWN.computeIfAbsent(name, PageFiles::read);
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new RejectedRequestException(405, "Method not allowed", Map.of("Allow", "GET, HEAD"));
        }
        String tag = file.headers().get("ETag").get(0);
        return known != null && known.contains(tag) ? new MockResponse(304, file.headers(), new byte[0]) : file;
    }

    private static MockResponse read(String name) {
        Matcher form = NAME.matcher(name);
        try (InputStream file = form.matches() ? PageFiles.class.getResourceAsStream(name) : null) {
            if (file == null) {
                throw new RejectedRequestException(404, "Not found");
            }
            byte[] bytes = file.readAllBytes();
            return MockResponse.of(200, TYPES.get(form.group(1)), bytes)
                    .with(HEADERS)
                    .with(Map.of("ETag", tag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a tag that changes with the content, so that a browser never shows the files of another version. */
    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
