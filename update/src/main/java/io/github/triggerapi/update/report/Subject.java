package io.github.triggerapi.update.report;

import io.github.triggerapi.update.compare.Change;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a JSON pointer leads to, in words.
 *
 * @param noun as in {@code operation}
 * @param name as in {@code GET /runs}
 */
record Subject(String noun, String name) {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** The last step but one of a pointer to one of several, and what each of them is. */
    private static final Map<String, String> NOUNS = Map.of(
            "schemas", "schema",
            "properties", "property",
            "parameters", "parameter",
            "responses", "response",
            "headers", "header",
            "enum", "enum value",
            "content", "media type",
            "servers", "server",
            "tags", "tag");

    /** So many of many are named. */
    private static final int NAMED = 3;

    /**
     * How many changes there are of each kind of thing, and the names of some.
     *
     * @param shown how a name is written
     */
    static List<String> condensed(List<Change> changes, UnaryOperator<String> shown) {
        return changes.stream()
                .map(change -> of(change.pointer()))
                .collect(Collectors.groupingBy(Subject::noun, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> condensedAlike(alike, shown))
                .toList();
    }

    private static String condensedAlike(List<Subject> subjects, UnaryOperator<String> shown) {
        List<String> names = subjects.stream()
                .map(subject -> shown.apply(Texts.line(subject.name())))
                .distinct()
                .limit(NAMED)
                .toList();
        String among = subjects.size() > names.size() ? ", among them " : ": ";
        return Texts.count(subjects.size(), subjects.get(0).noun()) + among + Texts.list(names, "and");
    }

    static Subject of(String pointer) {
        List<String> steps = Arrays.stream(pointer.replaceFirst("^#?/", "").split("/", -1))
                .map(Subject::unescaped)
                .toList();
        int last = steps.size() - 1;
        if (steps.get(0).equals("paths") && last == 1) {
            return new Subject("path", steps.get(1));
        }
        if (steps.get(0).equals("paths") && last == 2 && METHODS.contains(steps.get(2))) {
            return new Subject("operation", steps.get(2).toUpperCase(Locale.ROOT) + " " + steps.get(1));
        }
        String noun = last < 1 ? null : NOUNS.get(steps.get(last - 1));
        return noun == null || steps.get(last).matches("\\d+")
                ? new Subject(noun == null ? "other place" : noun, pointer)
                : new Subject(noun, name(noun, steps));
    }

    /** A property with the schema that has it, where that has a name. */
    private static String name(String noun, List<String> steps) {
        String name = steps.get(steps.size() - 1);
        boolean ofSchema = steps.size() == 5 && steps.get(1).equals("schemas");
        return noun.equals("property") && ofSchema ? steps.get(2) + "." + name : name;
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
