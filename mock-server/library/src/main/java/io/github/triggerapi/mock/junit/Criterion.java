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
record Criterion(String expected, Predicate<Run> isMet, Function<Run, String> difference) {
    /** Of a property that the line of a run shows. */
    static Criterion shown(String name, @Nullable Object expected, Predicate<Run> isMet) {
        return new Criterion(name + " " + Lines.value(expected), isMet, run -> name);
    }

    /** That a property has a value; the line of a run shows it. */
    static Criterion equal(String name, @Nullable Object value, Function<Run, @Nullable Object> property) {
        return shown(name, value, run -> Objects.equals(value, property.apply(run)));
    }

    /** That a property has a value; the line of a run does not show it. */
    static Criterion hidden(String name, @Nullable Object value, Function<Run, @Nullable Object> property) {
        return new Criterion(
                name + " " + Lines.value(value),
                run -> Objects.equals(value, property.apply(run)),
                run -> name + " is " + Lines.value(property.apply(run)));
    }

    /** That a property is the same JSON. */
    static Criterion json(String name, @Nullable String json, Function<Run, @Nullable String> property) {
        JsonText expected = JsonText.parse(json);
        Function<Run, Optional<String>> difference = run -> expected.difference(JsonText.parse(property.apply(run)));
        return new Criterion(
                name + " " + Lines.value(json),
                run -> difference.apply(run).isEmpty(),
                run -> name + difference.apply(run).orElse(""));
    }
}
