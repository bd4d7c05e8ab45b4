package io.github.triggerapi.spring.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.triggerapi.spring.test", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_ANNOTATION_IS_PUBLIC = classes()
            .that()
            .arePublic()
            .should()
            .be(AutoConfigureTriggerMock.class)
            .orShould()
            .be(AutoConfigureTriggerMock.Defaults.class);

    /** The client may be that of the starter, or one that the application makes of the same properties. */
    @ArchTest
    static final ArchRule NEITHER_STARTER_NOR_CLIENT_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.triggerapi.spring",
                    "io.github.triggerapi.client..",
                    "io.github.triggerapi.mock.internal..",
                    "org.springframework.boot..");
}
