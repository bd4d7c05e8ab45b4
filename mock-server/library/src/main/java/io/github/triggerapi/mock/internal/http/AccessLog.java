package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.request.LogFormat;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each request.
 *
 * @param lines consumes the lines, which have no line terminator; null if none are written
 */
public record AccessLog(@Nullable Consumer<String> lines, LogFormat format) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /**
     * The content of a line.
     *
     * @param time the time of this computer
     * @param status 0 if the request got no response
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String time,
            String method,
            String path,
            int status,
            long millis,
            String verdict,
            @Nullable String reason,
            @Nullable String fault,
            @Nullable String task) {}

    void add(Supplier<Entry> request) {
        if (lines != null) {
            Entry entry = request.get();
            lines.accept(
                    format == LogFormat.JSON ? new String(Json.write(entry), StandardCharsets.UTF_8) : text(entry));
        }
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
}
