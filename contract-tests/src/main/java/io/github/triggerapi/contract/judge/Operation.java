package io.github.triggerapi.contract.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One verb on one path.
 *
 * @param pointer where it stands in the document
 * @param parameters those of the path and its own
 * @param bodies the pointer of the schema of each request media type
 * @param responses by status, the pointer of each response
 * @param security the ways to be let in: for each the schemes that all have to be satisfied; none where all are let in
 */
public record Operation(
        String method,
        String path,
        String pointer,
        String id,
        List<Parameter> parameters,
        boolean bodyRequired,
        Map<String, String> bodies,
        Map<String, String> responses,
        List<List<JsonNode>> security) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /** As in {@code POST /api/v1/tasks/{taskIdentifier}/trigger}. */
    public String place() {
        return method + " " + path;
    }

    /** The encoded value of each placeholder in a path as sent; null where the path is for another operation. */
    @Nullable
    Map<String, String> pathValues(String sentPath) {
        List<MatchResult> placeholders = PLACEHOLDER.matcher(path).results().toList();
        StringBuilder regex = new StringBuilder();
        int end = 0;
        for (MatchResult placeholder : placeholders) {
            regex.append(Pattern.quote(path.substring(end, placeholder.start())))
                    .append("([^/]+)");
            end = placeholder.end();
        }
        Matcher matcher =
                Pattern.compile(regex + Pattern.quote(path.substring(end))).matcher(sentPath);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < placeholders.size(); i++) {
            values.put(placeholders.get(i).group(1), matcher.group(i + 1));
        }
        return values;
    }

    /** How many placeholders the path has: of several that match, the one with the fewest is meant. */
    long placeholders() {
        return PLACEHOLDER.matcher(path).results().count();
    }

    /** The key among the responses under which a status is documented; null where it is not. */
    public @Nullable String documented(int status) {
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", status / 100 + "xx", "default")) {
            if (responses.containsKey(key)) {
                return key;
            }
        }
        return null;
    }

    /** Whether a request needs something in its headers to be let in. */
    public boolean secured() {
        return !security.isEmpty() && security.stream().noneMatch(List::isEmpty);
    }
}
