package io.github.triggerapi.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Gate.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CONTRACT = "io.github.triggerapi.contract";

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("gate")
            .definedBy(CONTRACT)
            .layer("traffic")
            .definedBy(CONTRACT + ".traffic")
            .layer("mutation")
            .definedBy(CONTRACT + ".mutation")
            .layer("code")
            .definedBy(CONTRACT + ".code")
            .layer("judge")
            .definedBy(CONTRACT + ".judge")
            .layer("report")
            .definedBy(CONTRACT + ".report")
            .whereLayer("gate")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("traffic")
            .mayOnlyBeAccessedByLayers("gate")
            .whereLayer("mutation")
            .mayOnlyBeAccessedByLayers("gate")
            .whereLayer("code")
            .mayOnlyBeAccessedByLayers("gate", "traffic", "mutation")
            .whereLayer("judge")
            .mayOnlyBeAccessedByLayers("gate", "traffic", "mutation", "code")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("gate", "traffic");

    /** A mistake in how the generators read the document must not be repeated by the checks. */
    @ArchTest
    static final ArchRule CHECKS_READ_THE_DOCUMENT_INDEPENDENTLY = independent("judge", "code", "traffic");

    /** The judge validates what these send and receive. */
    @ArchTest
    static final ArchRule JUDGE_SHARES_NO_CODE_WITH_WHAT_IT_VALIDATES = noClasses()
            .that()
            .resideInAPackage(CONTRACT + ".judge")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.triggerapi.client..", "io.github.triggerapi.server..", "io.github.triggerapi.mock..");

    /** The page makes the strings of a document visible with a class of the document reader. */
    @ArchTest
    static void detectsDependenciesOnTheDocumentReader(JavaClasses classes) {
        assertThat(independent("report").evaluate(classes).hasViolation()).isTrue();
    }

    private static ArchRule independent(String... packages) {
        String[] names = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            names[i] = CONTRACT + "." + packages[i];
        }
        return noClasses()
                .that()
                .resideInAnyPackage(names)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.triggerapi.openapi..",
                        "io.github.triggerapi.codegen..",
                        "io.github.triggerapi.update..");
    }
}
