import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Measures the time and the memory that large documents need, at the root of the repository after a first build.
 *
 * <p>{@code java benchmarks/LargeDocument.java [OPERATIONS [GATE_OPERATIONS]]}: generates and compiles client and stubs for
 * {@code OPERATIONS} (1000), then runs the contract gate on a quarter of {@code GATE_OPERATIONS} (160) and on all of them, and
 * at last updates a clone of the repository to a revision of the vendored document with one more optional property.
 */
final class LargeDocument {

    private static final Pattern GATE = Pattern.compile("gate: .*, ([\\d.]+) s, seed.*");

    private static final String OPERATION = """
              /things%1$d/{id}:
                post:
                  operationId: updateThing%1$d
                  summary: Updates thing %1$d.
                  tags: [group%2$d]
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: limit, in: query, schema: {type: integer}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Thing%1$d'}}}
                  responses:
                    '200':
                      description: The thing.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing%1$d'}}}
            """;

    private static final String SCHEMA = """
                Thing%1$d:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, description: The name of thing %1$d., maxLength: 100}
                    count: {type: integer, minimum: 0}
                    active: {type: boolean}
                    state: {type: string, enum: [new, used, gone]}
                    labels: {type: array, items: {type: string}}
                    created: {type: string, format: date-time}
            """;

    private LargeDocument() {}

    /** The time and the largest resident memory of one process of a command, and its output. */
    private record Measurement(double seconds, long mebibytes, List<String> output) {}

    public static void main(String[] arguments) throws Exception {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int gateOperations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 160;
        Path directory = Files.createTempDirectory("large-document");

        Measurement generation = run(
                "./mvnw", "--quiet", "compile", "--projects=client,server-stubs", "--also-make", spec(directory, operations));
        print(operations + " operations: generate and compile both sides", generation);
        for (int count : List.of(gateOperations / 4, gateOperations)) {
            Measurement gate = run("./mvnw", "--quiet", "verify", spec(directory, count));
            String line = gate.output().stream().filter(l -> l.startsWith("gate: ")).findFirst().orElseThrow();
            Matcher matcher = GATE.matcher(line);
            double seconds = matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
            print(count + " operations: whole build with the gate", gate);
            System.out.printf("  %.2f s for an operation, %s%n", seconds / count, line);
        }

        Path clone = directory.resolve("clone");
        run("git", "clone", "--quiet", ".", clone.toString());
        Path document = clone.resolve("spec/trigger-api.yaml");
        Path revision = Files.writeString(directory.resolve("revision.yaml"), withProperty(Files.readString(document)));
        print("one optional property: java spec/Update.java", run(clone, "java", "spec/Update.java", revision.toString()));
    }

    private static String spec(Path directory, int operations) throws IOException {
        StringBuilder text = new StringBuilder("""
                openapi: 3.1.0
                info: {title: Large, version: "1"}
                servers: [{url: https://api.example.com}]
                paths:
                """);
        for (int i = 0; i < operations; i++) {
            text.append(OPERATION.formatted(i, i / 20));
        }
        text.append("components:\n  schemas:\n");
        for (int i = 0; i < operations; i++) {
            text.append(SCHEMA.formatted(i));
        }
        return "-Dspec=" + Files.writeString(directory.resolve("large" + operations + ".yaml"), text);
    }

    private static String withProperty(String document) {
        return Pattern.compile("^( +)properties:\n", Pattern.MULTILINE)
                .matcher(document)
                .replaceFirst("$0$1  addedProperty:\n$1    type: string\n");
    }

    private static Measurement run(String... command) throws IOException, InterruptedException {
        return run(Path.of(""), command);
    }

    private static Measurement run(Path directory, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long memory = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            memory = Math.max(memory, largest(process));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = Files.readAllLines(output);
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + String.join("\n", lines));
        }
        return new Measurement(seconds, memory >> 20, lines);
    }

    /** Returns the resident bytes of the largest process on Linux, and 0 elsewhere. */
    private static long largest(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all.stream().flatMapToLong(handle -> resident(handle.pid())).max().orElse(0);
    }

    private static LongStream resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return LongStream.of(lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    << 10);
        } catch (IOException | UncheckedIOException e) {
            // The process has ended, or the system is not Linux.
            return LongStream.of();
        }
    }

    private static void print(String what, Measurement measurement) {
        System.out.printf(
                "%s: %.1f s, at most %d MiB in one process%n", what, measurement.seconds(), measurement.mebibytes());
    }
}
