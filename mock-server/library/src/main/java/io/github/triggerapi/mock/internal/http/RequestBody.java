package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The body of one request, from its first bytes until the request has its response, and the memory that is reserved for it.
 * To be used on the event loop of its connection only.
 */
final class RequestBody {
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    /** The memory of a part besides its bytes. */
    private static final int BYTES_OF_A_PART = 128;

    private static final int SIZE_OF_A_PART = 8 * 1024;

    private final BodyMemory bodies;
    private final int maxBytes;
    private List<Buffer> parts = new ArrayList<>();
    private int length;
    private int compressedLength;
    private long arrived;
    private long reserved;

    /**
     * Creates an empty body.
     *
     * @param maxBytes the size limit, also of the decoded body
     */
    RequestBody(BodyMemory bodies, int maxBytes) {
        this.bodies = bodies;
        this.maxBytes = maxBytes;
    }

    /**
     * Returns whether a body has the coding gzip. Rejects with status 415 any other coding.
     *
     * @param supported whether gzip is supported
     */
    static boolean isGzip(RequestHeaders headers, boolean supported) {
        String coding = headers.first("Content-Encoding");
        if (coding == null || coding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (!supported
                || headers.all("Content-Encoding").size() > 1
                || !GZIP.contains(coding.toLowerCase(Locale.ROOT))) {
            throw new RejectedRequestException(
                    415,
                    "Content-Encoding is not supported, expected " + (supported ? "gzip" : "none"),
                    Map.of("Accept-Encoding", supported ? "gzip" : "identity"));
        }
        return true;
    }

    /**
     * Reserves memory for a body of a known size, so that it is not rejected when most of it is received. Rejects with
     * status 413 a body that is too large, and with 503 one that there is no room for.
     */
    void announce(long bytes) {
        if (bytes > maxBytes) {
            throw tooLarge();
        }
        makeRoom(bytes + BYTES_OF_A_PART * (bytes / SIZE_OF_A_PART), bytes);
    }

    /**
     * Adds the next part. Rejects with status 413 a body that is too large, and with 503 one that there is no room for.
     */
    void append(Buffer part) {
        if (length + part.length() > maxBytes) {
            throw tooLarge();
        }
        length += part.length();
        parts.add(part);
        makeRoom(compressedLength + length + (long) BYTES_OF_A_PART * parts.size(), length);
    }

    private void makeRoom(long bytes, long bodyBytes) {
        if (bytes > arrived) {
            if (!bodies.arrive(bytes - arrived, bodyBytes)) {
                throw RejectedRequestException.retryLater("Too many large bodies are being received");
            }
            arrived = bytes;
        }
    }

    byte[] bytes() {
        // Both the parts and the array are in memory until the parts are released.
        long copy = length > BodyMemory.SMALL ? HeapBudget.ofArray(length) : 0;
        reserve(copy);
        byte[] bytes = new byte[length];
        int end = 0;
        for (Buffer part : parts) {
            part.getBytes(bytes, end);
            end += part.length();
        }
        parts = List.of();
        bodies.release(copy);
        reserved -= copy;
        return bytes;
    }

    /**
     * Returns the decoded bytes of a gzip body. Rejects with status 400 an invalid body, and with 413 one that is too
     * large.
     */
    byte[] gunzipped() {
        InputStream compressed = new ByteArrayInputStream(bytes());
        compressedLength = length;
        parts = new ArrayList<>();
        length = 0;
        byte[] some = new byte[SIZE_OF_A_PART];
        try (InputStream gzip = new GZIPInputStream(compressed)) {
            for (int count = gzip.read(some); count >= 0; count = gzip.read(some)) {
                append(Buffer.buffer(count).appendBytes(some, 0, count));
            }
        } catch (IOException e) {
            throw new RejectedRequestException(400, "The body is not valid gzip");
        }
        return bytes();
    }

    /**
     * Reserves memory for the parsed body. Rejects with status 413 a body that there can never be room for, and with
     * 503 one that there is no room for now.
     */
    void reserve(long bytes) {
        if (bytes > bodies.maxReserved()) {
            throw new RejectedRequestException(
                    413, "Request body takes more memory than the server has for one, about " + bytes + " bytes");
        }
        if (!bodies.reserve(bytes)) {
            throw RejectedRequestException.retryLater("Too many large bodies are being processed");
        }
        reserved += bytes;
    }

    /** Releases the body and its memory. */
    void release() {
        parts = List.of();
        bodies.leave(arrived);
        bodies.release(reserved);
        arrived = 0;
        reserved = 0;
    }

    private RejectedRequestException tooLarge() {
        return new RejectedRequestException(413, "Request body is larger than %d bytes".formatted(maxBytes));
    }
}
