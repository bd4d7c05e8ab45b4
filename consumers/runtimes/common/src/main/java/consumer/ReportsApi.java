package consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.api.DocumentedSuccess;
import io.github.triggerapi.server.api.Secured;
import io.github.triggerapi.server.model.ErrorResponse;
import io.github.triggerapi.server.model.QueueOptions;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServerErrorException;
import java.util.List;

/** An interface such as are generated, for what the spec has not: further verbs, statuses and security. */
@Path("/")
public interface ReportsApi {

    @GET
    @Path("reports/{number}")
    @Produces("application/json")
    @DocumentedResponse(status = "200", body = TriggerTaskResponse.class)
    @DocumentedResponse(status = "422", body = ErrorResponse.class)
    default TriggerTaskResponse getReport(
            @PathParam("number") @NotNull Long number, @QueryParam("limit") @Max(10) Long limit) {
        throw new ServerErrorException("get_report is not implemented", 501);
    }

    @POST
    @Path("reports")
    @Consumes("application/json")
    @Produces("application/json")
    @Secured("secretKey")
    @DocumentedResponse(status = "201", body = QueueOptions.class)
    @DocumentedResponse(status = "403", body = ErrorResponse.class)
    @DocumentedResponse(status = "422", body = ErrorResponse.class)
    default QueueOptions createReport(@NotNull @Valid QueueOptions body) {
        throw new ServerErrorException("create_report is not implemented", 501);
    }

    @GET
    @Path("reports")
    @Produces("application/json")
    @Secured({"secretKey", ""})
    @DocumentedResponse(status = "200", body = JsonNode.class)
    default List<QueueOptions> listReports() {
        throw new ServerErrorException("list_reports is not implemented", 501);
    }

    @DELETE
    @Path("reports/{number}")
    @Produces("application/json")
    @Secured("secretKey")
    @DocumentedResponse(status = "204")
    @DocumentedResponse(status = "202", body = QueueOptions.class)
    default void deleteReport(@PathParam("number") @NotNull Long number) {
        throw new ServerErrorException("delete_report is not implemented", 501);
    }

    @PUT
    @Path("reports/{number}")
    @Consumes("application/json")
    @Produces("application/json")
    @Secured("secretKey")
    @DocumentedResponse(status = "200", body = QueueOptions.class)
    default QueueOptions replaceReport(@PathParam("number") @NotNull Long number, @NotNull @Valid QueueOptions body) {
        throw new ServerErrorException("replace_report is not implemented", 501);
    }

    @POST
    @Path("reports/names")
    @Consumes("application/json")
    @Produces("application/json")
    @DocumentedResponse(status = "200", body = JsonNode.class)
    default List<String> sortNames(@NotNull List<String> body) {
        throw new ServerErrorException("sort_names is not implemented", 501);
    }

    static DocumentedSuccess deleteReport_202(QueueOptions body) {
        return DocumentedSuccess.of(202, "application/json", body);
    }
}
