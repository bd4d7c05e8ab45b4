package io.github.triggerapi.update.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests parsing manual edits from compiler errors and test reports. */
class ManualEditsTest {

    @TempDir
    private Path copy;

    @Test
    void compilerErrorsNameFileAndLine() {
        String file = copy.resolve("client/src/test/java/a/UnionTest.java").toString();
        List<String> lines = List.of(
                "[INFO] Compiling 3 source files with javac",
                "[ERROR] " + file + ":[42,17] cannot find symbol",
                "  symbol:   class TTL",
                "  location: package a.model",
                "[ERROR] " + file + ":[42,30] cannot find symbol",
                "[ERROR] " + file + ":[7,1] package TTL does not exist",
                "[WARNING] " + copy.resolve("samples/src/main/java/a/Demo.java") + ":[9,1] [deprecation] old in T has"
                        + " been deprecated");

        assertThat(new CompilerErrors(copy).in(lines))
                .containsExactly(
                        new ManualEdit("client/src/test/java/a/UnionTest.java", 7, "package TTL does not exist"),
                        new ManualEdit(
                                "client/src/test/java/a/UnionTest.java",
                                42,
                                "cannot find symbol; symbol: class TTL; location: package a.model"),
                        new ManualEdit(
                                "samples/src/main/java/a/Demo.java", 9, "[deprecation] old in T has been deprecated"));
    }

    @Test
    void emptyOutputHasNoErrors() {
        assertThat(new CompilerErrors(copy).in(List.of("[INFO] BUILD SUCCESS", "[ERROR] no file here")))
                .isEmpty();
    }

    @Test
    void testReportCannotReadOtherFiles() throws IOException {
        Path reports = Files.createDirectories(copy.resolve("client/target/surefire-reports"));
        Path other = Files.writeString(copy.resolve("other.txt"), "of another file");
        Files.writeString(
                reports.resolve("TEST-a.UnionTest.xml"),
                "<!DOCTYPE a [<!ENTITY other SYSTEM '" + other.toUri()
                        + "'>]><testsuite><testcase name='a' classname='b'>"
                        + "<failure message='c'>&other;</failure></testcase></testsuite>");

        assertThatThrownBy(() -> new TestFailures(copy).find())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE")
                .hasMessageNotContaining("of another file");
    }

    @Test
    void testFailuresHaveLineOfTest() throws IOException {
        Path reports = Files.createDirectories(copy.resolve("client/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.UnionTest.xml"), """
                <testsuite>
                  <testcase name="works" classname="a.UnionTest"/>
                  <testcase name="fails" classname="a.UnionTest">
                    <failure message="expected: 1&#10;but was: 2" type="AssertionError"><![CDATA[AssertionError: expected
                	at a.Helper.check(Helper.java:3)
                	at a.UnionTest.lambda$fails$0(UnionTest.java:12)
                	at a.UnionTest.fails(UnionTest.java:10)]]></failure>
                  </testcase>
                  <testcase name="breaks" classname="a.UnionTest"><error type="java.lang.NoSuchFieldError"/></testcase>
                </testsuite>
                """);

        assertThat(new TestFailures(copy).find())
                .containsExactly(
                        new ManualEdit("client/src/test/java/a/UnionTest.java", 12, "fails: expected: 1 but was: 2"),
                        new ManualEdit(
                                "client/src/test/java/a/UnionTest.java", 0, "breaks: java.lang.NoSuchFieldError"));
    }

    @ParameterizedTest
    @CsvSource({
        "mock-server/library/target/surefire-reports, mock-server/library",
        "contract-tests/target/surefire-reports, contract-tests",
        "trigger-api-contract-tests/surefire-reports, trigger-api-contract-tests"
    })
    void testFailuresNameTheModule(String directory, String module) throws IOException {
        Files.writeString(
                Files.createDirectories(copy.resolve(directory)).resolve("TEST-a.UnionTest.xml"),
                "<testsuite><testcase name='fails' classname='a.UnionTest'><error type='E'/></testcase></testsuite>");

        assertThat(new TestFailures(copy).find())
                .containsExactly(new ManualEdit(module + "/src/test/java/a/UnionTest.java", 0, "fails: E"));
    }
}
