package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.run.Run;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One condition of an assertion on runs.
 *
 * @param expected describes it, such as {@code queue orders}
 * @param difference describes what differs in a run that does not meet it
 */
record RunMatcher(String expected, Predicate<Run> isMet, Function<Run, String> difference) {
    /** Returns a condition on a property that is in the description of a run. */
    static RunMatcher shown(String name, @Nullable Object expected, Predicate<Run> isMet) {
        return new RunMatcher(name + " " + Descriptions.value(expected), isMet, run -> name);
    }

    /** Returns a condition that a property has a value. The property is in the description of a run. */
    static RunMatcher equal(String name, @Nullable Object value, Function<Run, @Nullable Object> property) {
        return shown(name, value, run -> Objects.equals(value, property.apply(run)));
    }

    /** Returns a condition that a property has a value. The property is not in the description of a run. */
    static RunMatcher hidden(String name, @Nullable Object value, Function<Run, @Nullable Object> property) {
        return new RunMatcher(
                name + " " + Descriptions.value(value),
                run -> Objects.equals(value, property.apply(run)),
                run -> name + " is " + Descriptions.value(property.apply(run)));
    }

    /** Returns a condition that a property is the same JSON. */
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
