package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Writes dates and times as RFC 3339 strings, whatever modules the mapper has, and null nodes as null. */
public final class DateTimeSerializer extends StdScalarSerializer<Object> {

    private static final long serialVersionUID = 1L;

    /** Called by Jackson. */
    public DateTimeSerializer() {
        super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (value instanceof OffsetDateTime time) {
            generator.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        } else {
            generator.writeObject(value);
        }
    }
}
