package io.github.triggerapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error Prone finds calls that are not sent. */
class ErrorProneTest {

    private static final String PROGRAM = """
            package consumer;

            import io.github.triggerapi.client.TriggerClient;
            import io.github.triggerapi.client.call.ApiResponse;
            import io.github.triggerapi.client.model.TriggerTaskRequestBody;
            import java.util.concurrent.CompletableFuture;

            class Program {
                final CompletableFuture<?> future;
                final ApiResponse<?> response;

                Program(TriggerClient client, TriggerTaskRequestBody body) {
                    client.tasks().triggerTaskV1("my-task", body).send();
                    future = client.tasks().triggerTaskV1("my-task", body).sendAsync();
                    response = client.tasks().triggerTaskV1("my-task", body).exchange();
                    client.tasks().triggerTaskV1("my-task", body); // forgotten
                    client.tasks().triggerTaskV1("my-task", body).sendAsync(); // forgotten
                    client.tasks().triggerTaskV1("my-task", body).exchange(); // forgotten
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void reportsCallsThatAreNotSent() throws IOException, InterruptedException {
        List<String> lines = PROGRAM.lines().toList();
        List<String> forgotten = lines.stream()
                .filter(line -> line.endsWith("// forgotten"))
                .map(line -> "Program.java:" + (lines.indexOf(line) + 1))
                .toList();

        List<String> reports =
                compile().stream().filter(line -> line.contains(": error: ")).toList();

        assertThat(reports)
                .allSatisfy(report -> assertThat(report).contains("[CheckReturnValue]"))
                .extracting(report -> report.substring(report.indexOf("Program.java"), report.indexOf(": error")))
                .isEqualTo(forgotten);
    }

    /** Returns the output of a compiler with Error Prone, which needs internal packages of the JDK. */
    private List<String> compile() throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("Program.java"), PROGRAM);
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        Stream.of("api", "file", "main", "model", "parser", "processing", "tree", "util")
                .map(name -> "-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .forEach(command::add);
        Stream.of("code", "comp")
                .map(name -> "-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .forEach(command::add);
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(
                "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xplugin:ErrorProne -XepDisableAllWarnings"));
        command.addAll(List.of("-processorpath", classPath, "-classpath", classPath, "-d", folder.toString()));
        command.add(program.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output = process.inputReader().lines().toList();
        process.waitFor();
        return output;
    }
}
