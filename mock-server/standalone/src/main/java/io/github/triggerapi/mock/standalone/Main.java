package io.github.triggerapi.mock.standalone;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of the mock server. */
@Command(
        name = "trigger-mock",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Serves a mock of the Trigger.dev REST API until it is stopped.",
        footer = {
            "",
            "An environment variable sets the default of an option: TRIGGER_MOCK_PORT that of --port, TRIGGER_MOCK_MAX_RUNS"
                    + " that of --max-runs. For options that may be repeated it is plural and has values separated by"
                    + " commas: TRIGGER_MOCK_TASKS, TRIGGER_MOCK_KEYS, TRIGGER_MOCK_ALLOWED_HOSTS.",
            "",
            "While the server runs, GET /_mock/runs and /_mock/requests show what it received, and /health that it is up."
                    + " GET /_mock/openapi.yaml describes these operations."
        })
public final class Main implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ServerCommandOptions options = new ServerCommandOptions();

    /** The server, once it is started. */
    @Nullable
    MockServer server;

    private Main() {}

    /**
     * Starts the server, which runs until the process is terminated. Exits with status 1 if it cannot listen or cannot use
     * its state file or store, and with status 2 if an option is invalid.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        if (Runtime.version().feature() >= 24 && System.getProperty("io.netty.noUnsafe") == null) {
            // These releases of Java print a warning when Netty uses sun.misc.Unsafe.
            System.setProperty("io.netty.noUnsafe", "true");
        }
        if (System.getProperty("vertx.disableDnsResolver") == null) {
            // The JDK can resolve the address to listen on, and the resolver of Vert.x takes time to load.
            System.setProperty("vertx.disableDnsResolver", "true");
        }
        ClassPreloading.begin();
        int status = commandLine(System.getenv()).execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine line = new CommandLine(new Main());
        // All invalid options are reported, not only the first.
        line.getCommandSpec().parser().collectErrors(true);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .registerConverter(Duration.class, Main::duration)
                .registerConverter(Instant.class, Main::instant)
                .setExecutionStrategy(parsed ->
                        parsed.errors().isEmpty() ? new CommandLine.RunLast().execute(parsed) : refuse(parsed));
    }

    private static int refuse(ParseResult parsed) {
        PrintWriter err = parsed.commandSpec().commandLine().getErr();
        parsed.errors().stream().map(Throwable::getMessage).distinct().forEach(err::println);
        // The whole help would push the reasons off the screen.
        err.println("--help lists the options");
        return CommandLine.ExitCode.USAGE;
    }

    private static Duration duration(String value) {
        try {
            return TimeParser.duration(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Instant instant(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a date-time such as 2025-01-01T00:00:00Z");
        }
    }

    @Override
    public Integer call() {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        PrintWriter out = line.getOut();
        PrintWriter err = line.getErr();
        try {
            MockServer started = options.builder(out::println).start();
            server = started;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, err), "stop"));
            out.println("Trigger.dev mock server listening on " + started.url());
            out.flush();
            return 0;
        } catch (UncheckedIOException e) {
            err.printf(
                    "Cannot listen on %s: %s%n", options.address(), e.getCause().getMessage());
            return 1;
        } catch (IllegalArgumentException | StoreUnavailableException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void stop(MockServer server, PrintWriter err) {
        try {
            server.close();
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            err.flush();
        }
    }

    /** Reads the version from the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"trigger-mock " + (version == null ? "(not packaged)" : version)};
        }
    }
}
