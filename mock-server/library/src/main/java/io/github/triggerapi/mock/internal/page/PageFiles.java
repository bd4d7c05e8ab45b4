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

/** The files of the page. They hold no data, so nobody needs a token for them. */
public final class PageFiles {
    private static final String FOLDER = "/_page/";
    private static final String INDEX = "index.html";

    /** Names that are looked up; none of them leads out of the folder, or to a class in it. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]+/)?[a-z0-9-]+\\.(css|html|js|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    /** Nothing comes from another host, goes to one, or runs that is not in a file. The viewer has images in its styles. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-cache",
            "Content-Security-Policy", POLICY,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private static final Map<String, MockResponse> KNOWN = new ConcurrentHashMap<>();

    private PageFiles() {}

    /** Whether a path is one of the page's. */
    public static boolean has(String path) {
        return path.equals("/") || path.startsWith(FOLDER);
    }

    /**
     * Answers a request for a file; refuses with 404 one that is not there, and with 405 what is no reading.
     *
     * @param known the tags of what the caller has already, as {@code If-None-Match} has them
     */
    public static MockResponse answer(String method, String path, @Nullable String known) {
        String name = path.equals("/") ? INDEX : path.substring(FOLDER.length());
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

    /** Changes with the content, so that a browser never shows the files of another version. */
    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
