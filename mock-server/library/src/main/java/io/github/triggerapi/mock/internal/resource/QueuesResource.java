package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.PercentEncoding;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.QueueStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Returns, pauses and resumes queues. A queue exists from the first run that enters it. */
@Path("/")
public final class QueuesResource implements StatefulResource {
    private static final String QUEUE = "queueParam";
    private static final String LIST = "/api/v1/queues";
    private static final String RETRIEVE = "/api/v1/queues/{" + QUEUE + "}";
    private static final String PAUSE = "/api/v1/queues/{" + QUEUE + "}/pause";

    /** The prefix of the names of the queues of tasks. */
    private static final String OF_TASK = "task/";

    private static final int DEFAULT_SIZE = 25;
    private static final int MAX_SIZE = 100;

    private final ResourceContext context;
    private final DocumentedOperation listing;
    private final DocumentedOperation retrieving;
    private final DocumentedOperation pausing;

    QueuesResource(ResourceContext context) {
        this.context = context;
        this.listing = context.operation("GET", LIST);
        this.retrieving = context.operation("GET", RETRIEVE);
        this.pausing = context.operation("POST", PAUSE);
    }

    @GET
    @Path(LIST)
    public MockResponse list(
            @QueryParam("page") @Nullable String page,
            @QueryParam("perPage") @Nullable String perPage,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        List<QueueStatus> all = queues(security);
        int size = Math.min(MAX_SIZE, number(perPage, DEFAULT_SIZE));
        int number = number(page, 1);
        List<QueueStatus> ofPage =
                all.stream().skip((number - 1L) * size).limit(size).toList();
        return listing.success(
                accept,
                () -> page(List.of(typical()), 1, 1, 1),
                page(ofPage, number, (all.size() + size - 1) / size, all.size()),
                isService());
    }

    private static ObjectNode page(List<QueueStatus> queues, int current, int pages, int count) {
        ObjectNode page = Json.MAPPER.createObjectNode();
        ArrayNode data = page.putArray("data");
        queues.forEach(queue -> data.add(json(queue)));
        page.putObject("pagination")
                .put("currentPage", current)
                .put("totalPages", pages)
                .put("count", count);
        return page;
    }

    private static int number(@Nullable String text, int byDefault) {
        return text == null || !text.matches("0*[1-9][0-9]{0,7}") ? byDefault : Integer.parseInt(text);
    }

    @GET
    @Path(RETRIEVE)
    public MockResponse retrieve(
            @PathParam(QUEUE) String queue,
            @QueryParam("type") @Nullable String type,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        return retrieving.success(
                accept, () -> json(typical()), json(find(retrieving, security, queue, type)), isService());
    }

    @POST
    @Path(PAUSE)
    public MockResponse pause(
            @PathParam(QUEUE) String queue,
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        String type = body == null ? null : body.path("type").textValue();
        boolean pause = body != null && body.path("action").asText().equals("pause");
        QueueKey key = find(pausing, security, queue, type).queue();
        context.engine().pauseQueue(key.environment(), key.queue(), pause);
        return pausing.success(
                accept, () -> json(typical()), json(find(pausing, security, id(key), "id")), isService());
    }

    private List<QueueStatus> queues(SecurityContext security) {
        return context.engine().queues(CallerRuns.environment(security));
    }

    /** Returns a queue; rejects with status 404 if there is none. By the rules of the schemas, it is found by any type. */
    private QueueStatus find(
            DocumentedOperation operation, SecurityContext security, String given, @Nullable String type) {
        List<QueueStatus> all = queues(security);
        // The SDK encodes a slash twice.
        String name = given.contains("%2F") ? PercentEncoding.decode(given, false) : given;
        String first = type == null ? "id" : type;
        Stream<String> types =
                context.rules() == RequestRules.SCHEMAS ? Stream.of(first, "id", "task", "custom") : Stream.of(first);
        return types.flatMap(one -> byType(all, name, one).stream())
                .findFirst()
                .orElseThrow(() -> context.unknown(operation, "Queue not found"));
    }

    private static Optional<QueueStatus> byType(List<QueueStatus> all, String given, String type) {
        return all.stream()
                .filter(status -> switch (type) {
                    case "task" -> status.queue().queue().equals(QueueKey.name(null, given));
                    case "custom" ->
                        status.queue().queue().equals(given)
                                && !status.queue().queue().startsWith(OF_TASK);
                    default -> id(status.queue()).equals(given);
                })
                .findFirst();
    }

    /** Returns an id that all servers have in common, which the name of the queue determines. */
    private static String id(QueueKey queue) {
        String text = queue.environment() + ' ' + queue.queue();
        return "queue_"
                + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    private static ObjectNode json(QueueStatus status) {
        String name = status.queue().queue();
        boolean ofTask = name.startsWith(OF_TASK);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id(status.queue()))
                .put("name", ofTask ? name.substring(OF_TASK.length()) : name)
                .put("type", ofTask ? "task" : "custom")
                .put("running", status.executing())
                .put("queued", status.queued())
                .put("paused", status.isPaused())
                .put("concurrencyLimit", status.limit());
        json.putObject("concurrency")
                .put("current", status.limit())
                .put("base", status.limit())
                .putNull("override")
                .putNull("overriddenAt")
                .putNull("overriddenBy");
        return json;
    }

    private static QueueStatus typical() {
        return new QueueStatus(QueueKey.of("dev", "task/task"), null, false, 0, 0);
    }

    private boolean isService() {
        return context.rules() == RequestRules.SERVICE;
    }
}
