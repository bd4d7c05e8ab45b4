package io.github.triggerapi.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Document.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** The mock server has it on its class path, and Swagger Parser interprets what a tree only holds. */
    @ArchTest
    static final ArchRule DEPENDS_ON_FEW_LIBRARIES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "org.jspecify.annotations..",
                    "org.yaml.snakeyaml..",
                    "io.github.triggerapi.openapi..");
}
