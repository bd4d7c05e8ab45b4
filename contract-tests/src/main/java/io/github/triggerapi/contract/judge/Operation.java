package io.github.triggerapi.contract.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the spec.
 *
 * @param pointer the JSON Pointer of the operation
 * @param parameters the parameters of the path item and the operation
 * @param bodies the pointer of the schema for each request media type
 * @param responses the pointer of each response by status
 * @param security the alternative security requirements, each a list of schemes; empty if there are none
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
        List<List<SecurityScheme>> security) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /** Returns method and path, such as {@code POST /api/v1/tasks/{taskIdentifier}/trigger}. */
    public String label() {
        return method + " " + path;
    }

    /** Returns a pattern of paths of the operation, with a group for each placeholder. */
    Pattern pathPattern() {
        StringBuilder regex = new StringBuilder();
        int end = 0;
        for (MatchResult placeholder : PLACEHOLDER.matcher(path).results().toList()) {
            regex.append(Pattern.quote(path.substring(end, placeholder.start())))
                    .append("([^/]+)");
            end = placeholder.end();
        }
        return Pattern.compile(regex + Pattern.quote(path.substring(end)));
    }

    /** Returns the encoded value of each placeholder in a path; null if the path does not match. */
    @Nullable
    Map<String, String> pathValues(String sentPath) {
        Matcher matcher = pathPattern().matcher(sentPath);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<MatchResult> placeholders = PLACEHOLDER.matcher(path).results().toList();
        for (int i = 0; i < placeholders.size(); i++) {
            values.put(placeholders.get(i).group(1), matcher.group(i + 1));
        }
        return values;
    }

    /** Returns the number of placeholders. Of several matching paths the one with the fewest takes precedence. */
    long placeholders() {
        return PLACEHOLDER.matcher(path).results().count();
    }

    /** Returns the key of the response that documents a status; null if there is none. */
    public @Nullable String documented(int status) {
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", status / 100 + "xx", "default")) {
            if (responses.containsKey(key)) {
                return key;
            }
        }
        return null;
    }

    /** Returns whether the default response is the only one that documents successes. */
    public boolean onlyDefaultSucceeds() {
        return responses.containsKey("default")
                && responses.keySet().stream().noneMatch(status -> status.matches("[23].*"));
    }

    /** Returns whether requests must be authenticated. */
    public boolean secured() {
        return !security.isEmpty() && security.stream().noneMatch(List::isEmpty);
    }
}
