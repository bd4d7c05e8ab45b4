import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the throughput of the mock server and of other servers, alternately in each round, and prints ratios. See the
 * README for requirements and output.
 */
final class Load {

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);

    /** The body of the curl sample in the spec. */
    private static final String BODY = """
            {"payload":{"message":"Hello, world!"},"context":{"user":"user123"},"options":{"queue":\
            {"name":"default","concurrencyLimit":5},"concurrencyKey":"user123-task",\
            "idempotencyKey":"unique-key-123"}}""";
    private static final String PATH = "/api/v1/tasks/my-task/trigger";
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    private final int rounds;
    private final int seconds;
    private final Path script;
    private final Path scriptWithoutKey;
    private final Map<String, Target> targets = new LinkedHashMap<>();

    private Load(int rounds, int seconds) throws IOException {
        this.rounds = rounds;
        this.seconds = seconds;
        this.script = script(BODY);
        this.scriptWithoutKey = script(BODY.replace(",\"idempotencyKey\":\"unique-key-123\"", ""));
    }

    private static Path script(String body) throws IOException {
        Path file = Files.createTempFile("load", ".lua");
        file.toFile().deleteOnExit();
        return Files.writeString(file, """
                wrk.method = "POST"
                wrk.body = '%s'
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Authorization"] = "Bearer tr_dev_1234"
                """.formatted(body));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        Load load = new Load(
                Integer.parseInt(options.getOrDefault("rounds", "3")),
                Integer.parseInt(options.getOrDefault("seconds", "5")));
        try {
            load.start(options);
            load.measure();
        } finally {
            load.targets.values().forEach(Target::stop);
        }
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String argument : arguments) {
            Matcher option = Pattern.compile("--(rounds|seconds|wiremock|prism)=(.+)").matcher(argument);
            if (!option.matches()) {
                System.err.println("Unknown option: " + argument
                        + "; expected --rounds=N, --seconds=N, --wiremock=JAR or --prism=COMMAND");
                System.exit(2);
            }
            options.put(option.group(1), option.group(2));
        }
        return options;
    }

    private void start(Map<String, String> options) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = standalone();
        add("mock", 9101, List.of(java, "-jar", jar, "--port", "9101"));
        // The same server, creating a run for each request.
        targets.put("mock, many runs", targets.get("mock").with(scriptWithoutKey));
        add("bare", 9102, List.of(java, "-cp", jar, "benchmarks/load/BareServer.java", "9102"));
        if (options.containsKey("wiremock")) {
            String wiremock = options.get("wiremock");
            add("WireMock, plain", 9103, wireMock(java, wiremock, 9103, ""));
            add("WireMock, schema", 9104, wireMock(java, wiremock, 9104, """
                    ,"bodyPatterns":[{"matchesJsonSchema":%s}],"headers":{"Authorization":{"matches":"Bearer tr_.*"}}
                    """.formatted(Files.readString(Path.of("benchmarks/load/body.schema.json")))));
        }
        if (options.containsKey("prism")) {
            List<String> command = new ArrayList<>(List.of(options.get("prism").split(" ")));
            command.addAll(List.of("mock", "spec/trigger-api.yaml", "--port", "9105", "--verboseLevel", "silent"));
            add("Prism", 9105, command);
        }
    }

    private static String standalone() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("mock-server/standalone/target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("trigger-api-mock-server-standalone-.*[0-9T]\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "There is no standalone jar in mock-server/standalone/target; run ./mvnw package first"))
                    .toString();
        }
    }

    private static List<String> wireMock(String java, String jar, int port, String more) throws IOException {
        Path root = Files.createTempDirectory("wiremock");
        Files.writeString(Files.createDirectories(root.resolve("mappings")).resolve("trigger.json"), """
                {"request":{"method":"POST","urlPathPattern":"/api/v1/tasks/[^/]+/trigger"%s},
                 "response":{"status":200,"jsonBody":{"id":"run_123456789abcdefghijkm"},
                             "headers":{"Content-Type":"application/json"}}}""".formatted(more));
        // By default WireMock records all requests.
        return List.of(
                java, "-jar", jar, "--port", String.valueOf(port), "--root-dir", root.toString(),
                "--no-request-journal", "--disable-banner");
    }

    private void add(String name, int port, List<String> command) throws Exception {
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Target target = new Target(builder.start(), port, script);
        targets.put(name, target);
        target.awaitResponse();
        System.out.printf("%-17s first response after %.2f s%n", name, (System.nanoTime() - start) / 1e9);
    }

    private void measure() throws Exception {
        for (Target target : targets.values()) {
            wrk(target, 16, 3 * seconds); // warms up the server
        }
        Map<Integer, Map<String, List<Double>>> rates = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (int connections : CONNECTIONS) {
                for (Map.Entry<String, Target> target : targets.entrySet()) {
                    double rate = wrk(target.getValue(), connections, seconds);
                    rates.computeIfAbsent(connections, none -> new LinkedHashMap<>())
                            .computeIfAbsent(target.getKey(), none -> new ArrayList<>())
                            .add(rate);
                }
            }
            System.out.println("round " + round + " of " + rounds);
        }
        rates.forEach(this::print);
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            System.out.printf("%-17s %4d MB resident after the measurement%n", target.getKey(), target.getValue().megabytes());
        }
    }

    private void print(int connections, Map<String, List<Double>> rates) {
        System.out.printf("%n%-17s %10s  mock server: times as fast (min-max)%n", connections + " connections", "requests/s");
        List<Double> mock = rates.get("mock");
        rates.forEach((name, values) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                ratios.add(mock.get(i) / values.get(i));
            }
            System.out.printf(
                    "%-17s %10.0f  %.2f (%.2f-%.2f)%n",
                    name, median(values), median(ratios), Collections.min(ratios), Collections.max(ratios));
        });
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private double wrk(Target target, int connections, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "-s", target.script.toString(),
                        "http://127.0.0.1:" + target.port + PATH)
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes());
        Matcher refused = REFUSED.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (wrk.waitFor() != 0 || refused.find() || !rate.find()) {
            throw new IllegalStateException("Not all responses were successes:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** A server to measure. */
    private static final class Target {

        private final Process process;
        private final int port;
        private final Path script;

        Target(Process process, int port, Path script) {
            this.process = process;
            this.port = port;
            this.script = script;
        }

        Target with(Path script) {
            return new Target(process, port, script);
        }

        void awaitResponse() throws InterruptedException {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer tr_dev_1234")
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString(BODY))
                    .build();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                    if (response.statusCode() == 200) {
                        return;
                    }
                    throw new IllegalStateException("Unexpected response: " + response.statusCode() + " " + response.body());
                } catch (IOException e) {
                    Thread.sleep(5);
                }
            }
            throw new IllegalStateException("No response on port " + port + " within a minute");
        }

        long megabytes() throws IOException {
            try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .sum();
            }
        }

        void stop() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
