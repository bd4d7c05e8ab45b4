package io.github.triggerapi.server.runtime;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The entity of an error response until it is known whether the request is for an operation, whose errors may have a form of
 * their own.
 *
 * @param status the status of the response
 * @param message the message if no operation was found
 * @param detail the message of an operation
 */
record Refusal(int status, String message, String detail) {

    /** The messages can be long, as those of JSON with long names. */
    private static final int MAX_LENGTH = 1000;

    Refusal {
        message = shortened(message);
        detail = shortened(detail);
    }

    /** Returns a refusal with the phrase of a status. */
    static Refusal of(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return of(status, known == null ? "Error " + status : known.getReasonPhrase());
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, message, message);
    }

    /** Returns the same refusal with another message if an operation was found. */
    Refusal withDetail(String other) {
        return new Refusal(status, message, other);
    }

    Response.ResponseBuilder in(Response.ResponseBuilder response) {
        return response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : start(text, MAX_LENGTH) + "\u2026";
    }

    /** Returns the first characters of a longer text, without a half of one. */
    static String start(String text, int length) {
        boolean isSplit = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, isSplit ? length - 1 : length);
    }
}
