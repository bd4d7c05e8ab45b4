package io.github.triggerapi.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Document.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Users of the mock server have this module and what it needs on their class path. */
    @ArchTest
    static final ArchRule DEPENDS_ON_FEW_LIBRARIES = dependsOnlyOn(
            "java..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "org.jspecify.annotations..",
            "org.yaml.snakeyaml..",
            "io.github.triggerapi.openapi..");

    @ArchTest
    static void detectsOtherLibraries(JavaClasses classes) {
        ArchRule withoutSnakeYaml =
                dependsOnlyOn("java..", "com.fasterxml..", "org.jspecify..", "io.github.triggerapi..");

        assertThat(withoutSnakeYaml.evaluate(classes).hasViolation()).isTrue();
    }

    private static ArchRule dependsOnlyOn(String... packages) {
        return noClasses().should().dependOnClassesThat().resideOutsideOfPackages(packages);
    }
}
