package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RejectedRevisionException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes files and responses. */
final class TextDecoder {

    private static final String EXPECTED = "; expected an OpenAPI document or a page of documentation in UTF-8";

    private TextDecoder() {}

    /** Decodes UTF-8; a byte order mark is kept. */
    static String decode(String location, byte[] bytes) {
        int start = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (start == 0xFEFF || start == 0xFFFE) {
            throw new RejectedRevisionException(location + ": is UTF-16" + EXPECTED);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new RejectedRevisionException("%s: line %d: the byte 0x%02X is not UTF-8%s"
                    .formatted(location, lineOf(text, text.length()), in.get(in.position()), EXPECTED));
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new RejectedRevisionException(
                    location + ": line " + lineOf(text, zero) + ": contains a zero byte" + EXPECTED);
        }
        if (text.isBlank() || text.equals("\uFEFF")) {
            throw new RejectedRevisionException(location + ": is empty" + EXPECTED);
        }
        return text;
    }

    /** Returns the number of the line of an index, from 1. */
    private static long lineOf(String text, int index) {
        return 1 + text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    /** Returns the first line of a string. */
    static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
