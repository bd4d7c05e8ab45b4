package io.github.triggerapi.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ClientCodegen.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CODEGEN = "io.github.triggerapi.codegen";

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("generators")
            .definedBy(CODEGEN)
            .layer("reader")
            .definedBy(CODEGEN + ".reader")
            .layer("render")
            .definedBy(CODEGEN + ".render")
            .layer("model")
            .definedBy(CODEGEN + ".model")
            .layer("source")
            .definedBy(CODEGEN + ".source")
            .layer("document")
            .definedBy(CODEGEN + ".document")
            .whereLayer("generators")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("reader")
            .mayOnlyBeAccessedByLayers("generators")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("generators")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("generators", "reader", "render")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("render")
            .whereLayer("document")
            .mayOnlyBeAccessedByLayers("generators", "reader", "render", "model");

    /** The views for templates are made of the model, not of the document, whose text may not get into them unescaped. */
    @ArchTest
    static final ArchRule VIEWS_DO_NOT_READ_THE_DOCUMENT = doNotReadTheDocument("render");

    /** The types of openapi-generator stay at the edge. */
    @ArchTest
    static final ArchRule ONLY_GENERATORS_AND_VALIDATION_KNOW_OPENAPI_GENERATOR = noClasses()
            .that()
            .resideInAnyPackage(CODEGEN + ".model", CODEGEN + ".reader", CODEGEN + ".render", CODEGEN + ".source")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openapitools..", "io.swagger..");

    @ArchTest
    static void detectsPackagesThatReadTheDocument(JavaClasses classes) {
        assertThat(doNotReadTheDocument("reader").evaluate(classes).hasViolation())
                .isTrue();
    }

    private static ArchRule doNotReadTheDocument(String packageName) {
        return noClasses()
                .that()
                .resideInAPackage(CODEGEN + "." + packageName)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.github.triggerapi.openapi.Node");
    }
}
