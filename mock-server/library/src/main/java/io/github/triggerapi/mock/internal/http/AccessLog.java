package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.request.LogFormat;
import io.github.triggerapi.mock.request.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each request.
 *
 * @param lines consumes the lines, which have no line terminator
 */
public record AccessLog(Consumer<String> lines, LogFormat format) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /**
     * The content of a line.
     *
     * @param status 0 if the request got no response
     */
    record Entry(
            String method,
            String path,
            int status,
            long millis,
            Verdict verdict,
            @Nullable String reason,
            @Nullable String task,
            @Nullable String fault) {}

    void add(Entry entry) {
        lines.accept(format == LogFormat.JSON ? json(entry) : text(entry));
    }

    private static String text(Entry entry) {
        String line = entry.method() + " " + entry.path() + " " + (entry.status() == 0 ? "-" : entry.status());
        String fault = entry.fault() == null ? "" : " " + entry.fault();
        return printable(line + fault + (entry.reason() == null ? "" : " " + entry.reason()));
    }

    /** Returns a string in one line of visible characters, because callers choose some of them. */
    private static String printable(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return text;
        }
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static String json(Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("method", entry.method());
        members.put("path", entry.path());
        members.put("status", entry.status());
        members.put("millis", entry.millis());
        members.put("verdict", entry.verdict().name().toLowerCase(Locale.ROOT));
        if (entry.reason() != null) {
            members.put("reason", entry.reason());
        }
        if (entry.fault() != null) {
            members.put("fault", entry.fault());
        }
        if (entry.task() != null) {
            members.put("task", entry.task());
        }
        return new String(Json.write(members), StandardCharsets.UTF_8);
    }
}
