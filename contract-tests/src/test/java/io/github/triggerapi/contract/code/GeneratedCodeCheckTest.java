package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.OperationParameter;
import io.github.triggerapi.contract.DocumentElements.Property;
import io.github.triggerapi.contract.code.DocumentChange.Changed;
import io.github.triggerapi.contract.judge.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The check passes for the document in use and detects changes of it. */
class GeneratedCodeCheckTest {

    private static final DocumentElements ELEMENTS = DocumentElements.inUse();

    @Test
    void codeAgreesWithItsDocument() {
        assertThat(GeneratedCodeCheck.run(SwaggerSpec.parse(SwaggerSpec.yaml())))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> detectsChangesAtTheirLocation() {
        return Stream.of(SchemaChanges.of(ELEMENTS), OperationChanges.of(ELEMENTS))
                .flatMap(List::stream)
                .map(change -> dynamicTest(
                        change.name(), () -> assertDetected(change.changed().get())));
    }

    private static void assertDetected(Changed changed) {
        List<String> findings = GeneratedCodeCheck.run(SwaggerSpec.parse(SwaggerSpec.tree(changed.document())));

        for (String side : List.of("client: ", "server: ")) {
            assertThat(findings)
                    .anySatisfy(finding -> assertThat(finding).startsWith(side).contains(changed.named()));
        }
    }

    @Test
    void detectsRemovedParameter() {
        OperationParameter one = ELEMENTS.parameter(
                "a parameter in a path", parameter -> parameter.in().equals("path"));
        String list = list(one);
        int index = index(list, one);
        String dropped = ELEMENTS.changed(
                DocumentElements.parent(list),
                node -> node.withArray("parameters").remove(index));
        String path = one.operation().path();
        String withoutPlaceholder = path.replace("{" + one.parameter().name() + "}", "notInTheDocument");

        assertThatThrownBy(() -> SwaggerSpec.parse(dropped))
                .hasMessageContaining(one.parameter().name());
        assertThat(GeneratedCodeCheck.run(SwaggerSpec.parse(
                        SwaggerSpec.tree(dropped.replace('"' + path + '"', '"' + withoutPlaceholder + '"')))))
                .anyMatch(finding -> finding.contains(one.operation().method() + " " + withoutPlaceholder));
    }

    /** Returns the list that contains a parameter: that of the operation or of the path item. */
    private static String list(OperationParameter one) {
        String operation = one.operation().pointer();
        return Stream.of(operation, DocumentElements.parent(operation))
                .map(owner -> owner + "/parameters")
                .filter(list -> index(list, one) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static int index(String list, OperationParameter one) {
        return IntStream.range(0, ELEMENTS.at(list).size())
                .filter(i ->
                        ELEMENTS.target(list + "/" + i).equals(one.parameter().pointer()))
                .findFirst()
                .orElse(-1);
    }

    @TestFactory
    Stream<DynamicTest> ignoresChangesOfProse() {
        Map<String, Supplier<String>> changes = Map.of(
                "another summary", () -> prose(operation().pointer(), "summary"),
                "another description", () -> prose(operation().pointer(), "description"),
                "another description of a response",
                        () -> prose(operation().responses().values().iterator().next(), "description"),
                "another title of a property", () -> prose(sent().pointer(), "title"),
                "another example of a property", () -> prose(sent().pointer(), "example"),
                "another description of a property", () -> prose(responded().pointer(), "description"));
        return changes.entrySet().stream()
                .map(change -> dynamicTest(
                        change.getKey(),
                        () -> assertThat(GeneratedCodeCheck.run(
                                        SwaggerSpec.parse(change.getValue().get())))
                                .isEmpty()));
    }

    private static Operation operation() {
        return ELEMENTS.operation(
                "an operation", operation -> !operation.responses().isEmpty());
    }

    private static Property sent() {
        return ELEMENTS.inRequest("a property", property -> true);
    }

    private static Property responded() {
        return ELEMENTS.inSuccess("a property", property -> true);
    }

    private static String prose(String pointer, String keyword) {
        return ELEMENTS.changed(pointer, node -> node.put(keyword, "Something else."));
    }
}
