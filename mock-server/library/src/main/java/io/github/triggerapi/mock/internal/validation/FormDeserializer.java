package io.github.triggerapi.mock.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.FlattenedSchema;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deserializes bodies that are not JSON but have a schema: forms and plain text. */
final class FormDeserializer {
    private static final Pattern BOUNDARY = Pattern.compile("(?i:;\\s*boundary)=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME =
            Pattern.compile("(?im:^Content-Disposition:[^\r\n]*;\\s*name)=\"?([^\"\r\n;]*)");

    private FormDeserializer() {}

    /**
     * Returns the values that a body may represent, the most likely first; none if its media type has no rules for
     * that.
     *
     * @param contentType the Content-Type header of the request
     */
    static List<JsonNode> values(String contentType, byte[] body, FlattenedSchema flattened) {
        String type = MediaTypes.bare(contentType);
        if (type.equals("application/x-www-form-urlencoded")) {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            return ParameterDeserializer.object(flattened, ParameterValidator.query(text));
        }
        if (type.equals("multipart/form-data")) {
            return ParameterDeserializer.object(flattened, parts(contentType, body));
        }
        return type.startsWith("text/") ? flattened.scalars(new String(body, StandardCharsets.UTF_8)) : List.of();
    }

    private static Map<String, List<String>> parts(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new RejectedRequestException(400, "Content-Type has no boundary");
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        // One character for each byte, so that binary content is kept.
        String[] pieces = ("\r\n" + new String(body, StandardCharsets.ISO_8859_1))
                .split(Pattern.quote("\r\n" + delimiter), ParameterValidator.MAX_PAIRS + 2);
        if (pieces.length > ParameterValidator.MAX_PAIRS + 1) {
            throw new RejectedRequestException(
                    400, "There are more than %d parts".formatted(ParameterValidator.MAX_PAIRS));
        }
        if (pieces.length < 2 || !pieces[pieces.length - 1].startsWith("--")) {
            throw new RejectedRequestException(
                    400, "The body is not multipart/form-data with the boundary of its Content-Type");
        }
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length - 1; i++) {
            String[] part = pieces[i].split("\r\n\r\n", 2);
            Matcher name = NAME.matcher(part[0]);
            if (part.length < 2 || !name.find()) {
                throw new RejectedRequestException(400, "The body has a part without a name");
            }
            parts.computeIfAbsent(name.group(1), key -> new ArrayList<>())
                    .add(new String(part[1].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
