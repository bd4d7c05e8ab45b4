package io.github.triggerapi.client;

import java.io.IOException;

/**
 * Writes objects of an application, such as payloads, where the document allows any JSON. With Jackson:
 *
 * <pre>{@code
 * builder.payloadSerializer(new ObjectMapper()::writeValueAsString)
 * }</pre>
 */
@FunctionalInterface
public interface PayloadSerializer {

    /**
     * The JSON text of an object.
     *
     * @param object neither null nor a tree or model that this client writes by itself
     * @return one JSON value; its numbers are sent digit for digit
     * @throws IOException where it cannot be written; the call is not made, and fails with a {@link
     *     com.google.gson.JsonIOException} of this cause
     */
    String toJson(Object object) throws IOException;
}
