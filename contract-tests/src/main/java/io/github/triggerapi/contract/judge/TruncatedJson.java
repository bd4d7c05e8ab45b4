package io.github.triggerapi.contract.judge;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes only the beginning of a JSON value, as long values take longer to write than to validate. */
final class TruncatedJson extends Writer {

    private static final JsonMapper JSON = new JsonMapper();

    private final StringBuilder text = new StringBuilder();

    /** Returns the JSON of a value, truncated to more than a violation shows. */
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
            throw new IOException("limit reached");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
