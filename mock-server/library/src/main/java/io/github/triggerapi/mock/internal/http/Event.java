package io.github.triggerapi.mock.internal.http;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** An event, which knows the one after it: it is kept for as long as a stream waits for it, by these streams alone. */
final class Event {
    /** Before all others; it is never sent. */
    static final Event FIRST = new Event(0, 0, Buffer.buffer());

    /** What an event takes besides its bytes, near enough. */
    private static final int OVERHEAD_BYTES = 200;

    private final long id;
    private final long position;
    private final Buffer message;
    private volatile @Nullable Event next;

    private Event(long id, long position, Buffer message) {
        this.id = id;
        this.position = position;
        this.message = message;
    }

    /** Adds an event after this one, with the next id. */
    Event append(Buffer following) {
        Event event = new Event(id + 1, position + OVERHEAD_BYTES + following.length(), following);
        next = event;
        return event;
    }

    /** What stands in for this one where events came that nobody listened to. */
    Event skippedTo(long latestId) {
        return new Event(latestId, position, Buffer.buffer());
    }

    long id() {
        return id;
    }

    /** How many bytes all events up to this one take. */
    long position() {
        return position;
    }

    /** As it is sent. */
    Buffer message() {
        return message;
    }

    /** The one after it, null where there is none yet. */
    @Nullable
    Event next() {
        return next;
    }
}
