package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.PagedItems;
import io.github.triggerapi.client.error.NotFoundException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** The items of lists in pages. */
public class PagedItemsTest {

    public record Page(List<String> items, String next, Long pages) {}

    public interface Lists {

        @GET("by-cursor")
        ApiCall<Page> byCursor(@Query("after") String after);

        @GET("by-number")
        ApiCall<Page> byNumber(@Query("page") long page);

        default PagedItems<String> allByCursor(String first) {
            return PagedItems.byCursor(first, cursor -> byCursor(cursor), Page::items, Page::next);
        }

        default PagedItems<String> allByNumber(Long first) {
            return PagedItems.byNumber(first, page -> byNumber(page), Page::items, page -> page.pages());
        }
    }

    private static final Map<String, String> THREE_PAGES = Map.of(
            "/by-cursor", "{\"items\":[\"a\",\"b\"],\"next\":\"1\"}",
            "/by-cursor?after=1", "{\"items\":[],\"next\":\"2\"}",
            "/by-cursor?after=2", "{\"items\":[\"c\"],\"next\":null}");

    @Test
    void iteratesOverAllPages() {
        try (HttpStub server = pages(THREE_PAGES)) {
            PagedItems<String> all = lists(server).allByCursor(null);

            assertThat(server.requests()).isEmpty();
            assertThat(all).containsExactly("a", "b", "c");
            assertThat(paths(server)).containsExactly("/by-cursor", "/by-cursor?after=1", "/by-cursor?after=2");
            assertThat(all.pages()).containsExactly(List.of("a", "b"), List.of(), List.of("c"));
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void beginsWithTheCursorOfTheCaller() {
        try (HttpStub server = pages(THREE_PAGES)) {
            assertThat(lists(server).allByCursor("1")).containsExactly("c");
        }
    }

    @Test
    void requestsNoPageBeforeItIsNeeded() {
        try (HttpStub server = pages(THREE_PAGES)) {
            assertThat(lists(server).allByCursor(null).stream().limit(2)).containsExactly("a", "b");
            assertThat(server.requests()).hasSize(1);

            Iterator<String> iterator = lists(server).allByCursor(null).iterator();
            iterator.next();
            iterator.next();
            assertThat(server.requests()).hasSize(2);
            assertThat(iterator.next()).isEqualTo("c");
            assertThat(iterator.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void pageWithoutItemsAndCursorIsTheLast() {
        try (HttpStub server = pages(Map.of("/by-cursor", "{}"))) {
            assertThat(lists(server).allByCursor(null)).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void failureOfACallEndsTheIteration() {
        try (HttpStub server = pages(Map.of("/by-cursor", "{\"items\":[\"a\"],\"next\":\"gone\"}"))) {
            Iterator<String> iterator = lists(server).allByCursor(null).iterator();

            assertThat(iterator.next()).isEqualTo("a");
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(iterator::hasNext);
        }
    }

    /** The first cursors lead to the pages after them, and the last one to one of those again. */
    @ParameterizedTest
    @ValueSource(strings = {"1 1", "1 2 1", "1 2 2", "1 2 3 4 5 3", "1 2 3 4 5 6 7 1"})
    void endsIfCursorsRepeat(String cursors) {
        List<String> sequence = Arrays.asList(cursors.split(" "));
        try (HttpStub server = HttpStub.start(exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int index = query == null ? 0 : sequence.indexOf(query.replace("after=", "")) + 1;
            HttpStub.write(
                    exchange, 200, "application/json", "{\"items\":[\"a\"],\"next\":\"" + sequence.get(index) + "\"}");
        })) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> lists(server).allByCursor(null).forEach(item -> {}))
                    .withMessage("GET /by-cursor returned the cursor of an earlier page");
            assertThat(server.requests()).hasSizeLessThan(4 * sequence.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[\"c\"],\"pages\":2}", "{\"items\":[\"c\"]}"})
    void countsPages(String second) {
        Map<String, String> two = Map.of(
                "/by-number?page=1", "{\"items\":[\"a\",\"b\"],\"pages\":2}",
                "/by-number?page=2", second,
                "/by-number?page=3", "{\"items\":[],\"pages\":9}");
        try (HttpStub server = pages(two)) {
            assertThat(lists(server).allByNumber(null)).containsExactly("a", "b", "c");
            assertThat(lists(server).allByNumber(2L)).containsExactly("c");
        }
    }

    private static HttpStub pages(Map<String, String> bodies) {
        return HttpStub.start(exchange -> {
            String body = bodies.get(exchange.getRequestURI().toString());
            HttpStub.write(exchange, body == null ? 404 : 200, "application/json", body == null ? "{}" : body);
        });
    }

    private static Lists lists(HttpStub server) {
        return server.client().api(Lists.class);
    }

    private static List<String> paths(HttpStub server) {
        return server.requests().stream().map(HttpStub.Request::path).toList();
    }
}
