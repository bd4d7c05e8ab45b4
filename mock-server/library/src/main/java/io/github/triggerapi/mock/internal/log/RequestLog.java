package io.github.triggerapi.mock.internal.log;

import io.github.triggerapi.mock.request.RecordedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The last requests of a server, limited in number and in memory. All methods are safe to call from
 * any thread.
 */
public final class RequestLog {
    private final long maxBytes;
    private final List<Consumer<RecordedRequest>> listeners = new CopyOnWriteArrayList<>();

    /** A ring buffer, indexed by the number of the request. */
    private final @Nullable RequestLogEntry[] kept;

    private long added;
    private long bytes;

    /** The number of the last removed request. */
    private long cleared;

    /**
     * Creates an empty log.
     *
     * @param capacity how many requests are kept, 0 or more
     * @param maxBytes the memory limit of all requests except the last one
     */
    public RequestLog(int capacity, long maxBytes) {
        this.maxBytes = maxBytes;
        kept = new RequestLogEntry[capacity];
    }

    /** Adds a request with the next number, and removes the oldest ones if there is no room. */
    public void add(RequestLogEntry unnumbered) {
        RequestLogEntry request;
        synchronized (kept) {
            request = unnumbered.withNumber(++added);
            if (kept.length == 0) {
                cleared = added;
            } else {
                remove(added - kept.length);
                kept[(int) (added % kept.length)] = request;
                bytes += request.memoryBytes();
                while (bytes > maxBytes && cleared < added - 1) {
                    remove(cleared + 1);
                }
            }
        }
        listeners.forEach(listener -> listener.accept(request));
    }

    private void remove(long number) {
        if (number > cleared) {
            cleared = number;
            int place = (int) (number % kept.length);
            RequestLogEntry request = kept[place];
            kept[place] = null;
            bytes -= request == null ? 0 : request.memoryBytes();
        }
    }

    /** Returns all requests, the oldest first. */
    public List<RecordedRequest> all() {
        return list(request -> true, 0, Integer.MAX_VALUE);
    }

    /**
     * Returns some of the requests, the oldest first.
     *
     * @param after the number of the request before the first one to return, 0 for none
     * @param size the maximum number of requests to return
     */
    public List<RecordedRequest> list(Predicate<RecordedRequest> wanted, long after, int size) {
        List<RecordedRequest> found = new ArrayList<>();
        synchronized (kept) {
            long number = Math.max(after, cleared) + 1;
            while (number <= added && found.size() < size) {
                RecordedRequest request = kept[(int) (number % kept.length)];
                if (request != null && wanted.test(request)) {
                    found.add(request);
                }
                number++;
            }
        }
        return found;
    }

    /** Removes all requests. The numbers of later requests continue. */
    public void clear() {
        synchronized (kept) {
            Arrays.fill(kept, null);
            cleared = added;
            bytes = 0;
        }
    }

    /**
     * Adds a listener that is called for each request. It must be quick, because the connection waits for it.
     *
     * @return removes the listener when run
     */
    public Runnable listen(Consumer<RecordedRequest> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
