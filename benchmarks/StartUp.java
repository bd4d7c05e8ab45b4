import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the time, CPU time and memory of a mock server from the start of its process to its first response.
 *
 * <p>{@code java benchmarks/StartUp.java RUNS COMMAND…}, where the command starts a server on a free port. Several commands
 * separated by {@code --} are started alternately, so that temporary load affects all of them.
 */
final class StartUp {
    private static final String BODY = "{\"payload\":{\"a\":1},\"options\":{\"ttl\":\"1h\"}}";
    private static final String REQUEST = "POST /api/v1/tasks/t/trigger HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nAuthorization: Bearer tr_dev_1\r\nContent-Length: " + BODY.length()
            + "\r\n\r\n" + BODY;

    private StartUp() {}

    /** Milliseconds until the server listened and responded, CPU time in milliseconds, and resident memory in MiB. */
    private record Measurement(double listening, double response, double cpuTime, double memory) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = Integer.parseInt(args[0]);
        List<List<String>> commands = new ArrayList<>();
        commands.add(new ArrayList<>());
        for (String arg : Arrays.asList(args).subList(1, args.length)) {
            if (arg.equals("--")) {
                commands.add(new ArrayList<>());
            } else {
                commands.get(commands.size() - 1).add(arg);
            }
        }
        List<List<Measurement>> measurements = new ArrayList<>();
        commands.forEach(command -> measurements.add(new ArrayList<>()));
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < commands.size(); i++) {
                measurements.get(i).add(start(commands.get(i)));
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            List<Measurement> all = measurements.get(i);
            System.out.printf(
                    "listens after %.0f ms, responds after %.0f ms (minimum %.0f), CPU time %.0f ms, resident %.0f MiB: %s%n",
                    median(all.stream().mapToDouble(Measurement::listening).toArray()),
                    median(all.stream().mapToDouble(Measurement::response).toArray()),
                    all.stream().mapToDouble(Measurement::response).min().orElse(0),
                    median(all.stream().mapToDouble(Measurement::cpuTime).toArray()),
                    median(all.stream().mapToDouble(Measurement::memory).toArray()),
                    String.join(" ", commands.get(i)));
        }
    }

    private static Measurement start(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            double listening = (System.nanoTime() - start) / 1e6;
            URI url = URI.create(line.substring(line.indexOf("http")));
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                OutputStream request = socket.getOutputStream();
                request.write(REQUEST.getBytes(StandardCharsets.US_ASCII));
                String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!response.startsWith("HTTP/1.1 200 ")) {
                    throw new IOException("unexpected response: " + response);
                }
            }
            double response = (System.nanoTime() - start) / 1e6;
            double cpuTime = process.info()
                    .totalCpuDuration()
                    .map(duration -> (double) duration.toMillis())
                    .orElse(Double.NaN);
            return new Measurement(listening, response, cpuTime, memory(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Returns the resident memory on Linux, and NaN elsewhere. */
    private static double memory(long process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
