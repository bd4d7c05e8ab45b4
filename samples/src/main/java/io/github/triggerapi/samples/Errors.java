package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.NotFoundException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;

/** Tells the ways apart in which a call may fail. */
public final class Errors {

    private Errors() {}

    static String outcome(TriggerClient client, String task) {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
        try {
            return client.send(client.tasks().triggerTaskV1(task, body)).id();
        } catch (NotFoundException e) { // a class for each status that is often told apart
            return "no task " + task;
        } catch (TriggerResponseException e) { // any other status, and any body
            return e.status() + ": " + e.errorMessage().orElse(e.body());
        } catch (TriggerConnectionException e) { // no complete response: the task may have been triggered or not
            return "no response";
        }
    }
}
