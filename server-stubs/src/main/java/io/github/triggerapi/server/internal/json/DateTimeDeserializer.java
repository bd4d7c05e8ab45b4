package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.OffsetDateTime;

/** Reads RFC 3339 dates and times, whatever modules the mapper has. */
public final class DateTimeDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    /** Called by Jackson. */
    public DateTimeDeserializer() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        if (!parser.hasToken(JsonToken.VALUE_STRING) || !DateTimes.isDateTime(text)) {
            return (OffsetDateTime) context.handleWeirdStringValue(
                    OffsetDateTime.class, text, "expected a date and time, as in 2025-01-31T12:00:00Z");
        }
        return OffsetDateTime.parse(text);
    }
}
