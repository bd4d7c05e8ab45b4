package io.github.triggerapi.mock.standalone;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import io.github.triggerapi.mock.standalone.ServerOption.UsageException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line of the mock server. */
public final class Main {
    private static final String HELP = """
            Usage: trigger-mock [OPTIONS]
            Serves a mock of the Trigger.dev REST API until it is stopped.

            %s  -h, --help
                  Show this help and exit.
              -V, --version
                  Print the version and exit.

            An environment variable sets the default of an option: TRIGGER_MOCK_PORT that of --port, TRIGGER_MOCK_MAX_RUNS that
            of --max-runs. For options that may be repeated it is plural and has values separated by commas:
            TRIGGER_MOCK_TASKS, TRIGGER_MOCK_KEYS, TRIGGER_MOCK_ALLOWED_HOSTS.

            While the server runs, GET /_mock/runs and /_mock/requests show what it received, and /health that it is up.
            GET /_mock/openapi.yaml describes these operations.
            """;

    private final ServerCommandOptions options = new ServerCommandOptions();
    private final PrintStream out;
    private final PrintStream err;

    /** The server, once it is started. */
    @Nullable
    MockServer server;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

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
        // The JDK can resolve the address to listen on. The resolver of Vert.x takes time to load, and is not in the
        // jar.
        System.setProperty("vertx.disableDnsResolver", "true");
        ClassPreloading.begin();
        int status = new Main(System.out, System.err).run(System.getenv(), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Starts the server, or prints what was asked for, and returns the status to exit with. */
    int run(Map<String, String> environment, String... args) {
        List<String> all = List.of(args);
        if (all.contains("--help") || all.contains("-h")) {
            out.printf(HELP, options.all().stream().map(ServerOption::help).collect(Collectors.joining()));
            return 0;
        }
        if (all.contains("--version") || all.contains("-V")) {
            out.println("trigger-mock " + version());
            return 0;
        }
        try {
            options.set(args, environment);
        } catch (UsageException e) {
            // The whole help would push the reason off the screen.
            err.println(e.getMessage());
            err.println("--help lists the options");
            return 2;
        }
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

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static void stop(MockServer server, PrintStream err) {
        try {
            server.close();
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            err.flush();
        }
    }
}
