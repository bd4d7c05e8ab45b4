package io.github.triggerapi.mock.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.triggerapi.mock.redis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheStoreInterfaceOfTheServerIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.triggerapi.mock",
                    "io.github.triggerapi.mock.internal..",
                    "io.github.triggerapi.mock.junit..",
                    "io.github.triggerapi.mock.request..",
                    "io.github.triggerapi.mock.fault..");

    @ArchTest
    static final ArchRule onlyTheStoreAndItsProviderArePublic = classes()
            .that()
            .arePublic()
            .should()
            .haveSimpleName("RedisRunStore")
            .orShould()
            .haveSimpleName("RedisRunStoreProvider");
}
