package io.github.triggerapi.mock;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.github.triggerapi.mock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "io.github.triggerapi.mock.internal..";

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.github.triggerapi.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule publicSignaturesHaveNoInternalType = classes()
            .that()
            .resideOutsideOfPackage(INTERNAL)
            .and()
            .arePublic()
            .should(haveNoInternalTypeInTheirSignature());

    /** Code that names such a class compiles with some revisions of the OpenAPI document only. */
    @ArchTest
    static final ArchRule noClassDependsOnCodeGeneratedForOneOperation = noClasses()
            .that()
            .resideInAPackage("io.github.triggerapi.mock..")
            .should()
            .dependOnClassesThat(describe(
                    "are generated for one operation",
                    type -> type.getName()
                            .matches("io\\.github\\.triggerapi\\.server\\.(model\\.|api\\.\\w+Api\\b).*")));

    @ArchTest
    static final ArchRule runsDoNotDependOnHttpOrTheDocument = noClasses()
            .that()
            .resideInAnyPackage("..mock.run..", "..internal.engine..", "..internal.memory..", "..internal.clock..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..internal.http..",
                    "..internal.validation..",
                    "..internal.document..",
                    "..internal.control..",
                    "io.netty..",
                    "io.vertx..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule onlyTheNetworkDependsOnVertx = noClasses()
            .that()
            .resideOutsideOfPackage("..internal.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "io.vertx..");

    @ArchTest
    static final ArchRule storesDependOnRunsOnly = classes()
            .that()
            .resideInAPackage("..mock.run.store..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("..mock.run..")
                    .or(resideInAPackage("..internal.heap.."))
                    .or(describe(
                            "are not of this project", type -> !type.getName().startsWith("io.github.triggerapi"))));

    private static ArchCondition<JavaClass> haveNoInternalTypeInTheirSignature() {
        return new ArchCondition<>("have no internal type in their signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaType> ofType = Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream());
                Stream<JavaType> ofMembers = type.getMembers().stream()
                        .filter(ArchitectureTest::isVisible)
                        .flatMap(ArchitectureTest::signature);
                Stream.concat(ofType, ofMembers)
                        .flatMap(used -> used.getAllInvolvedRawTypes().stream())
                        .filter(INTERNAL_TYPE)
                        .distinct()
                        .forEach(used -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " shows " + used.getName())));
            }
        };
    }

    private static final DescribedPredicate<JavaClass> INTERNAL_TYPE = resideInAPackage(INTERNAL);

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit codeUnit = (JavaCodeUnit) member;
        return Stream.of(List.of(codeUnit.getReturnType()), codeUnit.getParameterTypes(), codeUnit.getExceptionTypes())
                .flatMap(List::stream);
    }

    /** A class with an internal type in its public signature. */
    public static final class Leaking {
        private Leaking() {}

        public static Optional<RunEngine> engine() {
            return Optional.empty();
        }
    }

    @Test
    void anInternalTypeInAPublicSignatureIsFound() {
        JavaClasses leaking = new ClassFileImporter().importClasses(Leaking.class);
        assertThat(publicSignaturesHaveNoInternalType
                        .evaluate(leaking)
                        .getFailureReport()
                        .getDetails())
                .containsExactly(Leaking.class.getName() + " shows " + RunEngine.class.getName());
    }
}
