package io.github.triggerapi.mock.internal.http;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** An event with a link to the next one. An event is in memory only as long as a stream has not sent it. */
final class Event {
    /** The event before all others, which is never sent. */
    static final Event FIRST = new Event(0, 0, Buffer.buffer());

    /** The estimated memory of an event besides its bytes. */
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

    /** Returns a placeholder for events that had no listener. */
    Event skippedTo(long latestId) {
        return new Event(latestId, position, Buffer.buffer());
    }

    long id() {
        return id;
    }

    /** Returns how many bytes all events up to this one take. */
    long position() {
        return position;
    }

    /** Returns the event in the format in which it is sent. */
    Buffer message() {
        return message;
    }

    /** Returns the next event, null if there is none yet. */
    @Nullable
    Event next() {
        return next;
    }
}
