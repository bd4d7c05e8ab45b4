package io.github.triggerapi.update;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Progress.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.triggerapi.update";

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(false);

    @ArchTest
    static final ArchRule STEPS_OF_AN_UPDATE_KNOW_ONLY_EARLIER_ONES = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("source")
            .definedBy(ROOT + ".source")
            .layer("validate")
            .definedBy(ROOT + ".validate")
            .layer("compare")
            .definedBy(ROOT + ".compare..")
            .layer("build")
            .definedBy(ROOT + ".build")
            .layer("report")
            .definedBy(ROOT + ".report")
            .layer("command")
            .definedBy(ROOT + ".command")
            .whereLayer("source")
            .mayNotAccessAnyLayer()
            .whereLayer("validate")
            .mayOnlyAccessLayers("source")
            .whereLayer("compare")
            .mayNotAccessAnyLayer()
            .whereLayer("build")
            .mayNotAccessAnyLayer()
            .whereLayer("report")
            .mayOnlyAccessLayers("source", "compare", "build")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule COMPARISONS_DEPEND_ON_ONE_ANOTHER_IN_ONE_DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("change")
            .definedBy(ROOT + ".compare.change")
            .layer("schema")
            .definedBy(ROOT + ".compare.schema")
            .layer("operation")
            .definedBy(ROOT + ".compare.operation")
            .layer("code")
            .definedBy(ROOT + ".compare.code")
            .layer("prose")
            .definedBy(ROOT + ".compare.prose")
            .layer("compare")
            .definedBy(ROOT + ".compare")
            .whereLayer("change")
            .mayNotAccessAnyLayer()
            .whereLayer("schema")
            .mayOnlyAccessLayers("change")
            .whereLayer("operation")
            .mayOnlyAccessLayers("change", "schema")
            .whereLayer("code")
            .mayOnlyAccessLayers("change", "schema", "operation")
            .whereLayer("prose")
            .mayOnlyAccessLayers("change", "operation")
            .whereLayer("compare")
            .mayNotBeAccessedByAnyLayer()
            .allowEmptyShould(false);

    /** Generated code is only compiled in the copy of the repository. */
    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_GENERATED_CODE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.triggerapi.client..", "io.github.triggerapi.server..", "retrofit2..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule FIELDS_ARE_WRITTEN_BY_THEIR_OWN_CLASS = fields().that()
            .areNotStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .bePrivate()
            .allowEmptyShould(false);
}
