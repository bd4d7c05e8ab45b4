package io.github.triggerapi.mock.internal.resource;

import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.internal.message.PercentEncoding;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which runs a request asks for, and which page of them. */
final class RunQuery {
    /** The time before now from which runs are listed, if the request names no time. */
    private static final Duration WINDOW = Duration.ofDays(7);

    private static final int DEFAULT_SIZE = 25;
    private static final int MAX_SIZE = 100;

    /** Filters for what no run of the mock server has. */
    private static final List<String> WITHOUT_RUNS = List.of(
            "filter[version]",
            "filter[machine]",
            "filter[region]",
            "filter[schedule]",
            "filter[bulkAction]",
            "filter[error]");

    private final UriInfo uri;
    private final RequestRules rules;
    private final Instant now;

    RunQuery(UriInfo uri, RequestRules rules, Instant now) {
        this.uri = uri;
        this.rules = rules;
        this.now = now;
    }

    /** Returns the cursor of the page before, null for none. */
    @Nullable
    String after() {
        return first("page[after]").orElse(null);
    }

    /** Returns the cursor of the page after, null for none. */
    @Nullable
    String before() {
        return first("page[before]").orElse(null);
    }

    /** Returns how many runs a page has at most. */
    int size() {
        return first("page[size]")
                .filter(size -> size.matches("[0-9]{1,9}"))
                .map(size -> Math.max(1, Math.min(MAX_SIZE, Integer.parseInt(size))))
                .orElse(DEFAULT_SIZE);
    }

    /**
     * Adds the conditions of the request to a filter; returns false if no run can meet them.
     *
     * @throws RejectedRequestException with status 400 if a time is invalid, unless the rules are those of the schemas
     */
    boolean addTo(RunFilter.Builder filter) {
        if (WITHOUT_RUNS.stream().anyMatch(name -> !all(name).isEmpty())) {
            return false;
        }
        ifAny(all("filter[taskIdentifier]"), filter::tasks);
        ifAny(all("filter[tag]"), filter::anyTag);
        ifAny(all("filter[queue]"), filter::queues);
        first("filter[batch]").ifPresent(filter::batch);
        first("filter[isTest]").map(Boolean::valueOf).ifPresent(filter::test);
        addTimes(filter);
        List<String> names = all("filter[status]").stream()
                .flatMap(name -> Stream.of(name.split(",")))
                .toList();
        RunStatus[] statuses = Stream.of(RunStatus.values())
                .filter(status -> names.contains(status.name()))
                .toArray(RunStatus[]::new);
        filter.status(statuses);
        return names.isEmpty() || statuses.length > 0;
    }

    private static void ifAny(List<String> values, Consumer<List<String>> then) {
        if (!values.isEmpty()) {
            then.accept(values);
        }
    }

    private void addTimes(RunFilter.Builder filter) {
        Optional<Duration> period = time("filter[createdAt][period]", TimeParser::duration);
        Optional<Instant> from = time("filter[createdAt][from]", RunQuery::instant);
        Optional<Instant> to = time("filter[createdAt][to]", RunQuery::instant);
        if (period.isPresent()) {
            filter.createdFrom(now.minus(period.get()));
            return;
        }
        to.ifPresent(filter::createdUntil);
        from.or(() -> to.isPresent() ? Optional.empty() : Optional.of(now.minus(WINDOW)))
                .ifPresent(filter::createdFrom);
    }

    private <T> Optional<T> time(String name, Function<String, T> parser) {
        try {
            return first(name).map(parser);
        } catch (IllegalArgumentException e) {
            if (rules == RequestRules.SCHEMAS) {
                return Optional.empty();
            }
            throw new RejectedRequestException(
                    400, "Validation error: " + e.getMessage() + " at \"query." + name + "\"");
        }
    }

    /** Returns a time: milliseconds since 1970, or a date-time with an offset. */
    private static Instant instant(String text) {
        try {
            return text.matches("[0-9]{1,15}")
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date-time or milliseconds since 1970", e);
        }
    }

    private Optional<String> first(String name) {
        return values(uri.getQueryParameters(), name)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * Returns the values between the commas of a parameter. In OpenAPI an encoded comma is part of a value. Trigger.dev
     * decodes all commas first, and its SDK encodes them.
     */
    private List<String> all(String name) {
        boolean decodesFirst = rules == RequestRules.SERVICE;
        return values(uri.getQueryParameters(decodesFirst), name)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(value -> decodesFirst ? value : PercentEncoding.decode(value, true))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Stream<String> values(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream();
    }
}
