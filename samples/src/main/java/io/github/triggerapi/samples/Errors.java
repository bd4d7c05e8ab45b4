package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.NotFoundException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;

/** Handles the different failures of a call. */
public final class Errors {

    private Errors() {}

    static String outcome(TriggerClient client, String task) {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
        try {
            return client.tasks().triggerTaskV1(task, body).send().id();
        } catch (NotFoundException e) { // there is a class for each common status
            return "no task " + task;
        } catch (TriggerResponseException e) { // any other status
            return e.status() + ": " + e.errorMessage().orElse(e.body());
        } catch (TriggerConnectionException e) { // no complete response: the task may have been triggered
            return "no response";
        }
    }
}
