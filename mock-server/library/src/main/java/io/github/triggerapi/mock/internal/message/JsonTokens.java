package io.github.triggerapi.mock.internal.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies JSON token by token, without a tree, which takes many times its size. */
public final class JsonTokens {
    private JsonTokens() {}

    /** Skips the current value. The parser is at its last token afterwards. */
    public static void skip(JsonParser parser) throws IOException {
        for (int depth = change(parser.currentToken()); depth > 0; ) {
            depth += change(parser.nextToken());
        }
    }

    /** Copies the current value; no number loses a digit. The parser is at its last token afterwards. */
    public static void copy(JsonParser from, JsonGenerator to) throws IOException {
        to.copyCurrentEventExact(from);
        for (int depth = change(from.currentToken()); depth > 0; ) {
            depth += change(from.nextToken());
            to.copyCurrentEventExact(from);
        }
    }

    private static int change(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
