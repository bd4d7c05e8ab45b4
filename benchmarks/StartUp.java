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
 * Measures how long a mock server takes from the start of its process to its first answer, what it worked for that, which
 * says more on a busy computer, and the memory that it has then.
 *
 * <p>{@code java benchmarks/StartUp.java RUNS COMMAND…}, where the command starts a server on any free port. Several
 * commands with {@code --} between them are started in turn, so that what else goes on meets them all alike.
 */
final class StartUp {
    private static final String BODY = "{\"payload\":{\"a\":1},\"options\":{\"ttl\":\"1h\"}}";
    private static final String REQUEST = "POST /api/v1/tasks/t/trigger HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nAuthorization: Bearer tr_dev_1\r\nContent-Length: " + BODY.length()
            + "\r\n\r\n" + BODY;

    private StartUp() {}

    /** What one start took: milliseconds until it listened, until it answered, and of work of the processor by then; and MiB. */
    private record Start(double listening, double answer, double work, double memory) {}

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
        List<List<Start>> starts = new ArrayList<>();
        commands.forEach(command -> starts.add(new ArrayList<>()));
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < commands.size(); i++) {
                starts.get(i).add(start(commands.get(i)));
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            List<Start> all = starts.get(i);
            System.out.printf(
                    "listens after %.0f ms, answers after %.0f ms (least %.0f), worked %.0f ms, resident %.0f MiB: %s%n",
                    median(all.stream().mapToDouble(Start::listening).toArray()),
                    median(all.stream().mapToDouble(Start::answer).toArray()),
                    all.stream().mapToDouble(Start::answer).min().orElse(0),
                    median(all.stream().mapToDouble(Start::work).toArray()),
                    median(all.stream().mapToDouble(Start::memory).toArray()),
                    String.join(" ", commands.get(i)));
        }
    }

    private static Start start(List<String> command) throws IOException, InterruptedException {
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
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!answer.startsWith("HTTP/1.1 200 ")) {
                    throw new IOException("no answer as expected: " + answer);
                }
            }
            double answer = (System.nanoTime() - start) / 1e6;
            double work = process.info()
                    .totalCpuDuration()
                    .map(duration -> (double) duration.toMillis())
                    .orElse(Double.NaN);
            return new Start(listening, answer, work, memory(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** What Linux tells; elsewhere nothing. */
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
