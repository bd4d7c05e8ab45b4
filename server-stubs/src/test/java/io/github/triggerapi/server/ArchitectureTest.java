package io.github.triggerapi.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import io.github.triggerapi.server.internal.json.VariantCondition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.github.triggerapi.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.github.triggerapi.server.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_HAVE_NO_INTERNAL_TYPES = classes()
            .that()
            .resideOutsideOfPackage("..internal..")
            .and()
            .arePublic()
            .should(haveNoInternalTypesInPublicSignatures());

    /** Implementations of the interfaces bring their own JAX-RS runtime. */
    @ArchTest
    static final ArchRule DEPENDS_ON_NO_RUNTIME = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "com.fasterxml.jackson..",
                    "jakarta.validation..",
                    "jakarta.ws.rs..",
                    "org.jspecify.annotations..",
                    "io.github.triggerapi.server..");

    private static ArchCondition<JavaClass> haveNoInternalTypesInPublicSignatures() {
        return new ArchCondition<>("have no internal types in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaClass> supertypes =
                        Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
                Stream<JavaClass> signatures = type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(member -> member.getAllInvolvedRawTypes().stream());
                Stream.concat(supertypes, signatures)
                        .filter(resideInAPackage("..internal.."))
                        .forEach(internal ->
                                events.add(violated(type, type.getName() + " shows " + internal.getName())));
            }
        };
    }

    /** Has an internal type in a signature that users see. */
    public interface WithInternalTypes {

        void use(List<VariantCondition> conditions);
    }

    /** Has an internal type in other signatures only. */
    public abstract static class WithoutInternalTypes {

        abstract void use(List<VariantCondition> conditions);
    }

    @Test
    void findsInternalTypesInPublicSignatures() {
        ArchRule rule = classes().should(haveNoInternalTypesInPublicSignatures());

        assertThat(rule.evaluate(new ClassFileImporter().importClasses(WithInternalTypes.class))
                        .hasViolation())
                .isTrue();
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(WithoutInternalTypes.class))
                        .hasViolation())
                .isFalse();
    }
}
