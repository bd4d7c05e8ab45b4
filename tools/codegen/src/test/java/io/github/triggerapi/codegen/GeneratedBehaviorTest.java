package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.render.Target;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs callers of code that is generated from documents with all kinds of schemas and messages. */
class GeneratedBehaviorTest {

    private static final Path SHAPES = Path.of("src/test/resources/documents/shapes.yaml");
    private static final Path MESSAGES = Path.of("src/test/resources/documents/messages.yaml");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> clientModels() throws ClassNotFoundException {
        return tests(Target.CLIENT, "ClientModels");
    }

    @TestFactory
    Stream<DynamicTest> clientRequests() throws ClassNotFoundException {
        return tests(Target.CLIENT, "ClientRequests");
    }

    @TestFactory
    Stream<DynamicTest> serverModels() throws ClassNotFoundException {
        return tests(Target.SERVER, "ServerModels");
    }

    @TestFactory
    Stream<DynamicTest> clientMessages() throws ClassNotFoundException {
        return tests(MESSAGES, Target.CLIENT, "ClientMessages");
    }

    @TestFactory
    Stream<DynamicTest> serverMessages() throws ClassNotFoundException {
        return tests(MESSAGES, Target.SERVER, "ServerMessages");
    }

    private Stream<DynamicTest> tests(Target target, String caller) throws ClassNotFoundException {
        return tests(SHAPES, target, caller);
    }

    private Stream<DynamicTest> tests(Path document, Target target, String caller) throws ClassNotFoundException {
        GeneratedCode code = GeneratedCode.of(document, target, folder);
        return CallerTestFactory.of(code.load(code.compile(caller)), caller);
    }
}
