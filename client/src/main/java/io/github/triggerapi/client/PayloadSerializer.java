package io.github.triggerapi.client;

import java.io.IOException;

/**
 * Converts objects of the application to JSON where the spec allows any JSON, such as payloads. With Jackson:
 *
 * <pre>{@code
 * builder.payloadSerializer(new ObjectMapper()::writeValueAsString)
 * }</pre>
 */
@FunctionalInterface
public interface PayloadSerializer {

    /**
     * Returns the JSON of an object.
     *
     * @param object neither null, nor a JSON tree, nor a generated model: the client writes those itself
     * @return a JSON value; its numbers are sent digit for digit
     * @throws IOException if the object cannot be written; the call is not sent then, and fails with a {@link
     *     com.google.gson.JsonIOException} with this cause
     */
    String toJson(Object object) throws IOException;
}
