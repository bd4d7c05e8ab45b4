package io.github.triggerapi.mock.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.triggerapi.mock.standalone", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyMainIsPublic =
            classes().that().arePublic().should().haveSimpleName("Main");

    /** It is found on the class path, as in any other program. */
    @ArchTest
    static final ArchRule theSharedStoreIsNotNamed =
            noClasses().should().dependOnClassesThat().resideInAPackage("..mock.redis..");
}
