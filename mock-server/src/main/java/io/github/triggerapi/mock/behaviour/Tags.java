package io.github.triggerapi.mock.behaviour;

import io.github.triggerapi.mock.Rules;
import io.github.triggerapi.mock.message.Json;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the tags of a run to the limits that the document has in its words, or to those of the service. */
final class Tags {
    private static final int IN_THE_DOCUMENT = 5;
    private static final int BELOW_IN_THE_DOCUMENT = 64;
    private static final int AT_THE_SERVICE = 10;
    private static final int LONGEST_AT_THE_SERVICE = 128;
    private static final int UNPROCESSABLE = 422;

    private Tags() {}

    /** The tags, if they may be. */
    static List<String> checked(List<String> tags, Rules rules) {
        if (rules == Rules.DOCUMENT) {
            String wrong = wrong(tags, IN_THE_DOCUMENT, BELOW_IN_THE_DOCUMENT - 1);
            if (wrong != null) {
                throw new BadRequestException("Validation error: " + wrong + " at \"options.tags\"");
            }
        } else if (rules == Rules.SERVICE) {
            String wrong = wrong(tags, AT_THE_SERVICE, LONGEST_AT_THE_SERVICE);
            if (wrong != null) {
                String text = "options.tags " + wrong;
                throw new ClientErrorException(
                        text,
                        Response.status(UNPROCESSABLE)
                                .type(MediaType.APPLICATION_JSON)
                                .entity(Json.write(Map.of("error", text)))
                                .build());
            }
        }
        return tags;
    }

    private static @Nullable String wrong(List<String> tags, int most, int longest) {
        if (tags.size() > most) {
            return "must have at most %d tags, not %d".formatted(most, tags.size());
        }
        return tags.stream()
                .filter(tag -> tag.codePointCount(0, tag.length()) > longest)
                .findFirst()
                .map(tag -> "must have tags of at most %d characters, not \"%.20s…\"".formatted(longest, tag))
                .orElse(null);
    }
}
