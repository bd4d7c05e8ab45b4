package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.run.Run;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is expected of a run.
 *
 * @param expected what it is, such as {@code queue orders}
 * @param difference what to look at in a run that does not meet it
 */
record RunMatcher(String expected, Predicate<Run> isMet, Function<Run, String> difference) {
    /** Of a property that the line of a run shows. */
    static RunMatcher shown(String name, @Nullable Object expected, Predicate<Run> isMet) {
        return new RunMatcher(name + " " + Descriptions.value(expected), isMet, run -> name);
    }

    /** That a property has a value; the line of a run shows it. */
    static RunMatcher equal(String name, @Nullable Object value, Function<Run, @Nullable Object> property) {
        return shown(name, value, run -> Objects.equals(value, property.apply(run)));
    }

    /** That a property has a value; the line of a run does not show it. */
    static RunMatcher hidden(String name, @Nullable Object value, Function<Run, @Nullable Object> property) {
        return new RunMatcher(
                name + " " + Descriptions.value(value),
                run -> Objects.equals(value, property.apply(run)),
                run -> name + " is " + Descriptions.value(property.apply(run)));
    }

    /** That a property is the same JSON. */
    static RunMatcher json(String name, @Nullable String json, Function<Run, @Nullable String> property) {
        ComparableJson expected = ComparableJson.parse(json);
        Function<Run, Optional<String>> difference =
                run -> expected.difference(ComparableJson.parse(property.apply(run)));
        return new RunMatcher(
                name + " " + Descriptions.value(json),
                run -> difference.apply(run).isEmpty(),
                run -> name + difference.apply(run).orElse(""));
    }
}
