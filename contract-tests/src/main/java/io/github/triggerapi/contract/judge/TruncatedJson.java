package io.github.triggerapi.contract.judge;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the start of what is written: all of a long value takes longer to write than to judge. */
final class TruncatedJson extends Writer {

    private static final JsonMapper JSON = new JsonMapper();

    private final StringBuilder text = new StringBuilder();

    /** The JSON of a value, or as much of its start as a violation shows, and more. */
    static String of(@Nullable JsonNode value) {
        TruncatedJson start = new TruncatedJson();
        try {
            JSON.writeValue(start, value);
        } catch (JacksonException e) {
            if (start.text.length() <= Violation.LONGEST) {
                throw e;
            }
        }
        return start.text.toString();
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        text.append(chars, from, length);
        if (text.length() > Violation.LONGEST) {
            throw new IOException("It is enough");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
