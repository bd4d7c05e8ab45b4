package io.github.triggerapi.mock;

import io.github.triggerapi.mock.run.StoreUnavailableException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the mock server. */
@Command(
        name = "trigger-api-mock-server",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Serves a mock of the Trigger.dev REST API until it is stopped.",
        footer = {
            "",
            "While it runs, GET /_mock/runs and /_mock/requests show what came of requests, and /health that it is up;"
                    + " GET /_mock/openapi.yaml describes all of this."
        })
public final class Main implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:TRIGGER_MOCK_PORT:-8030}",
            description = "Port to listen on, 0 for any free one. Default: 8030, or TRIGGER_MOCK_PORT.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "${env:TRIGGER_MOCK_HOST:-127.0.0.1}",
            description = "Address to listen on. Default: 127.0.0.1, or TRIGGER_MOCK_HOST.")
    private String host = "";

    @Option(
            names = "--task",
            paramLabel = "ID",
            split = ",",
            defaultValue = "${env:TRIGGER_MOCK_TASKS:-" + Option.NULL_VALUE + "}",
            description = "A task that exists; repeatable. Default: every task exists, or TRIGGER_MOCK_TASKS,"
                    + " separated by commas.")
    private @Nullable List<String> tasks;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "${env:TRIGGER_MOCK_MAX_BODY:-" + MockServer.DEFAULT_MAX_BODY_BYTES + "}",
            description = "Size that a request body may have. Default: 3145728, or TRIGGER_MOCK_MAX_BODY.")
    private int maxBody;

    @Mixin
    private RunOptions runs = new RunOptions();

    @Mixin
    private ConnectionOptions connections = new ConnectionOptions();

    @Mixin
    private ControlOptions control = new ControlOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    private Main() {}

    /**
     * Starts the server, which then runs until the process is told to stop. Exits with 1 when it cannot listen or
     * use its state file or store, and with 2 when an option is wrong.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        if (Runtime.version().feature() >= 24 && System.getProperty("io.netty.noUnsafe") == null) {
            // These releases of Java warn about every program in which Netty uses that class.
            System.setProperty("io.netty.noUnsafe", "true");
        }
        if (System.getProperty("vertx.disableDnsResolver") == null) {
            // Nothing is looked up but the address to listen on, which the JDK does well, without so much to load.
            System.setProperty("vertx.disableDnsResolver", "true");
        }
        WarmUp.begin();
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, args) -> {
                    // All of the help would move the reason out of sight.
                    PrintWriter err = wrong.getCommandLine().getErr();
                    err.println(wrong.getMessage());
                    err.println("--help lists the options");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        PrintWriter out = line.getOut();
        MockServerBuilder builder = MockServer.builder();
        try {
            builder.host(host).port(port).maxBodyBytes(maxBody).tasks(tasks == null ? List.of() : tasks);
            runs.apply(builder);
            connections.apply(builder);
            control.apply(builder);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, e.getMessage());
        }
        log.apply(builder, out::println);
        try {
            MockServer server = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, line.getErr()), "stop"));
            out.println("Trigger.dev mock server listening on " + server.url());
            out.flush();
            return 0;
        } catch (UncheckedIOException e) {
            line.getErr()
                    .println("Cannot listen on %s port %d: %s"
                            .formatted(host, port, e.getCause().getMessage()));
            return 1;
        } catch (IllegalArgumentException | StoreUnavailableException e) {
            line.getErr().println(e.getMessage());
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

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** Knows the version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"trigger-api-mock-server " + version()};
        }
    }
}
