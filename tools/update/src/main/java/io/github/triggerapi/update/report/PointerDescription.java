package io.github.triggerapi.update.report;

import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.compare.change.Change;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A description of the place that a JSON pointer refers to.
 *
 * @param noun as in {@code operation}
 * @param name as in {@code GET /runs}; the name of the enclosing place if it has none itself
 * @param named whether the name is its own
 * @param whole whether the pointer refers to the whole of it, and not to a part
 */
record PointerDescription(String noun, String name, boolean named, boolean whole) {

    /** The number of names that are listed. */
    private static final int NAMED = 3;

    private static final PointerDescription DOCUMENT = new PointerDescription("document", "", false, false);

    /** The nouns for tokens of a pointer that are followed by a name or an index. */
    private static final Map<String, String> NOUNS = Map.of(
            "paths", "path",
            "schemas", "schema",
            "properties", "property",
            "parameters", "parameter",
            "responses", "response",
            "headers", "header",
            "enum", "enum value");

    static PointerDescription of(String pointer) {
        List<String> steps = Arrays.stream(pointer.replaceFirst("^#?/", "").split("/", -1))
                .map(JsonPointers::unescape)
                .toList();
        PointerDescription subject = DOCUMENT;
        for (int i = 0; i < steps.size(); i++) {
            String noun = NOUNS.get(steps.get(i));
            // The token after it is a name, even if it is a keyword of OpenAPI.
            subject = noun == null || i + 1 == steps.size()
                    ? subject.step(steps.get(i))
                    : subject.member(noun, steps.get(++i));
        }
        return subject;
    }

    private PointerDescription member(String kind, String own) {
        boolean isNamed = !own.matches("\\d+") || kind.equals("response");
        String between = kind.equals("property") ? "." : " ";
        String full = name.isEmpty() ? own : name + between + own;
        return new PointerDescription(kind, isNamed ? full : name, isNamed, true);
    }

    private PointerDescription step(String step) {
        return noun.equals("path") && HttpMethods.ALL.contains(step)
                ? new PointerDescription("operation", step.toUpperCase(Locale.ROOT) + " " + name, true, true)
                : new PointerDescription(noun, name, named, false);
    }

    /**
     * Summarizes changes by the kinds of their places, with some of the names.
     *
     * @param shown formats a name
     */
    static List<String> condensed(List<Change> changes, UnaryOperator<String> shown) {
        return changes.stream()
                .map(change -> of(change.pointer()))
                .collect(Collectors.groupingBy(PointerDescription::kind, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> condensedAlike(alike, shown))
                .toList();
    }

    private String kind() {
        return noun + named + whole;
    }

    private static String condensedAlike(List<PointerDescription> subjects, UnaryOperator<String> shown) {
        PointerDescription first = subjects.get(0);
        List<String> names = subjects.stream()
                .map(PointerDescription::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<String> some = names.stream()
                .limit(NAMED)
                .map(name -> shown.apply(PrintableLine.of(name)))
                .toList();
        return first.counted(subjects.size())
                + first.beforeNames(some.size(), names.size())
                + ReportFormat.list(some, "and");
    }

    private String counted(int number) {
        if (whole) {
            return ReportFormat.count(number, noun);
        }
        String changes = ReportFormat.count(number, "change") + " of ";
        if (noun.equals(DOCUMENT.noun())) {
            return changes + "the document";
        }
        String article = noun.matches("[aeo].*") ? "an " : "a ";
        return changes + (number == 1 ? article + noun : ReportFormat.plural(noun));
    }

    private String beforeNames(int shown, int all) {
        if (all == 0) {
            return "";
        }
        if (shown < all) {
            return ", including " + (whole && !named ? "some of " : "");
        }
        return whole && !named ? " of " : ": ";
    }
}
