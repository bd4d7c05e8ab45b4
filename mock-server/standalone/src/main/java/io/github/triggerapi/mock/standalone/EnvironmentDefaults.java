package io.github.triggerapi.mock.standalone;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes the defaults of options from environment variables: {@code --max-runs} from {@code TRIGGER_MOCK_MAX_RUNS}. The
 * variable of an option that may be repeated has the plural, and its values are separated by commas: {@code --task} from
 * {@code TRIGGER_MOCK_TASKS}.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "TRIGGER_MOCK_";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        return environment.get(variable(option));
    }

    /** Returns the name of the environment variable of an option. */
    static String variable(OptionSpec option) {
        String name = option.longestName().substring("--".length()).replace('-', '_');
        return PREFIX + name.toUpperCase(Locale.ROOT) + (option.isMultiValue() ? "S" : "");
    }
}
