package io.github.triggerapi.client.call;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list that the service returns in pages. Nothing is sent until an item is needed, and the next page is
 * requested when all items before it are used.
 *
 * <pre>{@code
 * for (Run run : client.runs().listAllRuns()) {
 *     if (isOld(run)) {
 *         break;
 *     }
 * }
 * }</pre>
 *
 * <p>Each page is a call, which {@link ApiCall#send} sends: iterators and streams throw its exceptions. Each iterator and each
 * stream begins with the first page. What the service adds or removes meanwhile may be missing or appear twice.
 *
 * @param <T> the type of the items
 */
public final class PagedItems<T extends @Nullable Object> implements Iterable<T> {

    private final Supplier<Iterator<List<T>>> pages;

    private PagedItems(Supplier<Iterator<List<T>>> pages) {
        this.pages = pages;
    }

    /**
     * Returns the items of pages that name the cursor of the next one.
     *
     * @param <C> the type of the cursors
     * @param <P> the type of the pages
     * @param first the cursor of the first page; null for none
     * @param call returns the call for a page
     * @param items returns the items of a page; null for none
     * @param next returns the cursor of the next page; null after the last one
     */
    public static <C, P, T extends @Nullable Object> PagedItems<T> byCursor(
            @Nullable C first,
            Function<@Nullable C, ApiCall<P>> call,
            Function<P, @Nullable List<T>> items,
            Function<P, @Nullable C> next) {
        return new PagedItems<>(() -> new Pages<>(first, call, items, (cursor, page) -> next.apply(page)));
    }

    /**
     * Returns the items of pages with numbers. The last page is the one with the number of pages, or one without items.
     *
     * @param <P> the type of the pages
     * @param first the number of the first page; null for 1
     * @param call returns the call for a page
     * @param items returns the items of a page; null for none
     * @param count returns the number of pages; null if the page does not say it
     */
    public static <P, T extends @Nullable Object> PagedItems<T> byNumber(
            @Nullable Long first,
            LongFunction<ApiCall<P>> call,
            Function<P, @Nullable List<T>> items,
            Function<P, @Nullable Long> count) {
        return new PagedItems<>(() ->
                new Pages<Long, P, T>(first == null ? 1 : first, call::apply, items, (number, page) -> {
                    Long pages = count.apply(page);
                    boolean last = orEmpty(items.apply(page)).isEmpty() || pages != null && number >= pages;
                    return last ? null : number + 1;
                }));
    }

    /** Returns an iterator that begins with the first page. */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /** Returns a sequential stream that begins with the first page, and requests a page when its first item is needed. */
    public Stream<T> stream() {
        return pages().flatMap(List::stream);
    }

    /** Returns a sequential stream of the pages, each as its items. A page may have none. */
    public Stream<List<T>> pages() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages.get(), characteristics), false);
    }

    private static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }

    /** The pages of one iteration. The cursor, or the number, is that of the next page. */
    private static final class Pages<C, P, T extends @Nullable Object> implements Iterator<List<T>> {

        private final Function<@Nullable C, ApiCall<P>> call;
        private final Function<P, @Nullable List<T>> items;
        private final BiFunction<@Nullable C, P, @Nullable C> next;
        private @Nullable C cursor;
        private boolean ended;

        /** A cursor from before, to find repetitions with: that of the last page whose number is a power of two. */
        private @Nullable C earlier;

        private long page;

        /** @param next returns the cursor after that of a page and the page; null after the last one */
        Pages(
                @Nullable C first,
                Function<@Nullable C, ApiCall<P>> call,
                Function<P, @Nullable List<T>> items,
                BiFunction<@Nullable C, P, @Nullable C> next) {
            this.cursor = first;
            this.call = call;
            this.items = items;
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public List<T> next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            ApiCall<P> request = call.apply(cursor);
            P body = request.send();
            page++;
            if (Long.bitCount(page) == 1) {
                earlier = cursor;
            }
            cursor = next.apply(cursor, body);
            ended = cursor == null;
            if (!ended && Objects.equals(cursor, earlier)) {
                throw new IllegalStateException(request.request().method() + " "
                        + request.request().url().encodedPath() + " returned the cursor of an earlier page");
            }
            return orEmpty(items.apply(body));
        }
    }
}
