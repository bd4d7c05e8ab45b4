package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.engine.RunSlice;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns runs, lists of runs, and their results. */
@Path("/")
public final class RunsResource implements StatefulResource {
    private static final String RUN = "runId";
    private static final String RETRIEVE = "/api/v3/runs/{" + RUN + "}";
    private static final String LIST = "/api/v1/runs";
    private static final String RESULT = "/api/v1/runs/{" + RUN + "}/result";

    private final ResourceContext context;
    private final RunWriter writer;
    private final DocumentedOperation retrieving;
    private final DocumentedOperation listing;
    private final DocumentedOperation resulting;

    RunsResource(ResourceContext context) {
        this.context = context;
        this.writer = context.runWriter();
        this.retrieving = context.operation("GET", RETRIEVE);
        this.listing = context.operation("GET", LIST);
        this.resulting = context.operation("GET", RESULT);
    }

    @GET
    @Path(RETRIEVE)
    public MockResponse retrieve(
            @PathParam(RUN) String id,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run run = CallerRuns.retrieve(context, retrieving, security, id);
        return retrieving.success(accept, writer::typicalRetrieved, writer.retrieved(run), all());
    }

    @GET
    @Path(LIST)
    public MockResponse list(
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        RunFilter.Builder filter = RunFilter.builder();
        if (security.getUserPrincipal() != null) {
            filter.environment(CallerRuns.environment(security));
        }
        RunQuery query =
                new RunQuery(uri, context.rules(), context.engine().clock().now());
        RunSlice slice = query.addTo(filter)
                ? context.engine().latestRuns(filter.build(), query.after(), query.before(), query.size())
                : new RunSlice(List.of(), null, null);
        ObjectNode page = page(slice.runs().stream().map(writer::listed).toList(), slice.next(), slice.previous());
        return listing.success(accept, () -> page(List.of(writer.typicalListed()), "next", "previous"), page, all());
    }

    private static ObjectNode page(List<ObjectNode> runs, @Nullable String next, @Nullable String previous) {
        ObjectNode page = Json.MAPPER.createObjectNode();
        ArrayNode data = page.putArray("data");
        runs.forEach(data::add);
        ObjectNode pagination = page.putObject("pagination");
        if (next != null) {
            pagination.put("next", next);
        }
        if (previous != null) {
            pagination.put("previous", previous);
        }
        return page;
    }

    @GET
    @Path(RESULT)
    public MockResponse result(
            @PathParam(RUN) String id,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run run = CallerRuns.find(context, resulting, security, id);
        if (!run.status().isFinished()) {
            throw context.unknown(resulting, "The run has no result yet");
        }
        return resulting.success(accept, RunWriter::typicalResult, RunWriter.result(run), all());
    }

    private boolean all() {
        return context.rules() == RequestRules.SERVICE;
    }
}
