package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;

/** Tells the ways apart in which a call may fail. */
public final class Errors {

    private Errors() {}

    static String outcome(TriggerClient client, String task) {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
        try {
            return client.send(client.tasks().triggerTaskV1(task, body)).id();
        } catch (TriggerResponseException e) { // any status that is no success, and any body
            return e.status() + ": "
                    + e.error(ErrorResponse.class).map(ErrorResponse::error).orElse(e.body());
        } catch (TriggerConnectionException e) { // no whole answer
            return "no answer";
        }
    }
}
