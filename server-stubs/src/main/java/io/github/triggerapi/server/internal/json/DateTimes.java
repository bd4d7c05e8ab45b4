package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BadRequestException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses RFC 3339 dates and times. */
public final class DateTimes {

    private DateTimes() {}

    /** Returns the date and time in a JSON string. */
    public static OffsetDateTime parse(JsonNode json) {
        return OffsetDateTime.parse(json.textValue());
    }

    /**
     * Returns the date and time in a parameter, or null if the parameter is absent.
     *
     * @throws BadRequestException if it has another format
     */
    public static @Nullable OffsetDateTime parseParameter(String name, @Nullable String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value);
        } catch (DateTimeException e) {
            throw new BadRequestException("parameter " + name + ": expected a date and time, found " + value, e);
        }
    }

    /**
     * Returns the dates and times in parameters of the same name.
     *
     * @throws BadRequestException if one has another format
     */
    public static List<OffsetDateTime> parseParameters(String name, @Nullable List<String> values) {
        List<OffsetDateTime> times = new ArrayList<>();
        for (String value : values == null ? List.<String>of() : values) {
            times.add(parseParameter(name, value));
        }
        return times;
    }

    static boolean isDateTime(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
