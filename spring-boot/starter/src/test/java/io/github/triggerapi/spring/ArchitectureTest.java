package io.github.triggerapi.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.triggerapi.spring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEW_TYPES_ARE_PUBLIC = classes()
            .that()
            .arePublic()
            .should()
            .be(TriggerAutoConfiguration.class)
            .orShould()
            .be(TriggerClientBuilderCustomizer.class);

    @ArchTest
    static final ArchRule CLIENT_IS_USED_WITHOUT_ITS_INTERNALS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.triggerapi.client.internal..", "okhttp3..", "retrofit2..");

    /** Types that only one of the releases has. */
    @ArchTest
    static final ArchRule TYPES_OF_ONE_RELEASE_OF_BOOT_ARE_IN_ONE_PLACE = noClasses()
            .that()
            .haveNameNotMatching(".*\\.HealthConfigurations(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.boot.actuate.autoconfigure..",
                    "org.springframework.boot.actuate.health..",
                    "org.springframework.boot.health..");

    @ArchTest
    static final ArchRule JACKSON_IS_USED_FOR_PAYLOADS_ONLY = noClasses()
            .that()
            .haveNameNotMatching(".*\\.PayloadConfigurations(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..");
}
