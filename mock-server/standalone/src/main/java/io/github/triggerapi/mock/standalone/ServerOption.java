package io.github.triggerapi.mock.standalone;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An option of the command line.
 *
 * @param name the name, such as {@code --port}
 * @param label what stands for the value in the help, empty for an option that is either given or not
 * @param defaultValue the value without the option; null if nothing is set then
 * @param repeatable whether it may be given several times, and has several values separated by commas
 * @param setter sets the values, and throws an {@link IllegalArgumentException} that says why one is invalid
 */
record ServerOption(
        String name,
        String label,
        @Nullable String defaultValue,
        boolean repeatable,
        String description,
        Consumer<List<String>> setter) {
    boolean hasValue() {
        return !label.isEmpty();
    }

    /** Returns the name of the environment variable that sets the default, which is plural if the option is repeatable. */
    String variable() {
        String upper = name.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
        return "TRIGGER_MOCK_" + upper + (repeatable ? "S" : "");
    }

    /** Returns the lines of the help. */
    String help() {
        return "  %s%s%n      %s%s%n"
                .formatted(
                        name,
                        hasValue() ? " " + label : "",
                        description,
                        defaultValue == null ? "" : " Default: " + defaultValue + ".");
    }

    /** Sets what was given on the command line, otherwise by the environment variable, otherwise the default. */
    void set(List<String> given, @Nullable String environment) {
        String fallback = environment == null ? defaultValue : environment;
        if (given.isEmpty() && fallback == null) {
            return;
        }
        if (given.size() > 1 && !repeatable) {
            throw new UsageException(name + " is given twice");
        }
        List<String> values = given.isEmpty() ? List.of(fallback) : given;
        try {
            setter.accept(
                    repeatable
                            ? values.stream()
                                    .flatMap(value -> List.of(value.split(",")).stream())
                                    .toList()
                            : values);
        } catch (IllegalArgumentException e) {
            // The value itself is not shown, as it may be a secret.
            throw new UsageException("Invalid value of " + name + ": " + e.getMessage());
        }
    }

    /** The command line cannot be understood; the message says why. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
