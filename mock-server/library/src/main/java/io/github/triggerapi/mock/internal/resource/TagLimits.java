package io.github.triggerapi.mock.internal.resource;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.resource.ResponseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the tags of a run against the limits in the descriptions of the OpenAPI document, or against those of
 * Trigger.dev.
 */
final class TagLimits {
    private static final int IN_THE_DOCUMENT = 5;
    private static final int BELOW_IN_THE_DOCUMENT = 64;
    private static final int AT_THE_SERVICE = 10;
    private static final int LONGEST_AT_THE_SERVICE = 128;
    private static final int UNPROCESSABLE = 422;

    private final RequestRules rules;
    private final int mostInTheDocument;
    private final int longestInTheDocument;

    /**
     * Creates a check. A limit in the schema replaces the one in the descriptions, and was checked before.
     *
     * @param schemaLimitsNumber whether the schema limits the number of tags
     * @param schemaLimitsLength whether the schema limits the length of a tag
     */
    TagLimits(RequestRules rules, boolean schemaLimitsNumber, boolean schemaLimitsLength) {
        this.rules = rules;
        this.mostInTheDocument = schemaLimitsNumber ? Integer.MAX_VALUE : IN_THE_DOCUMENT;
        this.longestInTheDocument = schemaLimitsLength ? Integer.MAX_VALUE : BELOW_IN_THE_DOCUMENT - 1;
    }

    /** Returns the tags if they are within the limits. */
    List<String> checked(List<String> tags) {
        if (rules == RequestRules.DOCUMENT) {
            String wrong = wrong(tags, mostInTheDocument, longestInTheDocument);
            if (wrong != null) {
                throw new RejectedRequestException(400, "Validation error: " + wrong + " at \"options.tags\"");
            }
        } else if (rules == RequestRules.SERVICE) {
            String wrong = wrong(tags, AT_THE_SERVICE, LONGEST_AT_THE_SERVICE);
            if (wrong != null) {
                String message = "options.tags " + wrong;
                throw new ResponseException(UNPROCESSABLE, message, Map.of("error", message));
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
