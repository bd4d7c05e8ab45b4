package io.github.triggerapi.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import io.github.triggerapi.client.internal.auth.SecretKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packagesOf = TriggerClient.class, importOptions = DoNotIncludeTests.class)
public class ArchitectureTest {

    private static final String CLIENT = "io.github.triggerapi.client";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.github.triggerapi.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_HAVE_NO_INTERNAL_TYPES =
            classes().that().resideOutsideOfPackage("..internal..").should(haveNoInternalTypesInPublicSignatures());

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_ROOT_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLIENT);

    @ArchTest
    static final ArchRule MODELS_DEPEND_ON_NO_HTTP_CLIENT = noClasses()
            .that()
            .resideInAPackage(CLIENT + ".model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "retrofit2..", "okio..");

    @ArchTest
    static final ArchRule JSON_DEPENDS_ON_NOTHING_ELSE_OF_THE_CLIENT = noClasses()
            .that()
            .resideInAPackage(CLIENT + ".internal.json")
            .should()
            .dependOnClassesThat(resideInAPackage(CLIENT + "..").and(not(resideInAPackage(CLIENT + ".internal.json"))));

    @ArchTest
    static final ArchRule ONLY_TRANSPORT_CONFIGURES_OKHTTP_AND_RETROFIT = noClasses()
            .that()
            .resideOutsideOfPackages(CLIENT, CLIENT + ".internal.transport")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(okhttp3.OkHttpClient.class, retrofit2.Retrofit.Builder.class);

    /** A new public type of the root package is a decision. */
    @ArchTest
    static final ArchRule ROOT_PACKAGE_IS_SMALL = classes()
            .that()
            .resideInAPackage(CLIENT)
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should(be(belongToAnyOf(
                    CallObserver.class,
                    CallSummary.class,
                    PayloadSerializer.class,
                    RequestOptions.class,
                    TriggerClient.class)));

    private static ArchCondition<JavaClass> haveNoInternalTypesInPublicSignatures() {
        return new ArchCondition<>("have no internal types in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isAccessible(type)) {
                    Stream.concat(inherited(type), type.getMembers().stream().flatMap(this::signature))
                            .filter(part -> resideInAPackage("..internal..").test(part))
                            .map(JavaClass::getName)
                            .distinct()
                            .forEach(name -> events.add(
                                    violated(type, type.getName() + " has " + name + " in a public signature")));
                }
            }

            private Stream<JavaClass> inherited(JavaClass type) {
                return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                        .map(JavaType::getAllInvolvedRawTypes)
                        .flatMap(Set::stream);
            }

            private Stream<JavaClass> signature(JavaMember member) {
                return isAccessible(member.getModifiers()) ? member.getAllInvolvedRawTypes().stream() : Stream.empty();
            }
        };
    }

    private static boolean isAccessible(JavaClass type) {
        Optional<JavaClass> enclosing = type.getEnclosingClass();
        return isAccessible(type.getModifiers()) && (enclosing.isEmpty() || isAccessible(enclosing.get()));
    }

    private static boolean isAccessible(Set<?> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }

    /** Has an internal type in a signature that subclasses see. */
    public abstract static class WithInternalTypes {

        protected abstract void use(List<SecretKey> keys);
    }

    /** Has an internal type in other signatures only. */
    public abstract static class WithoutInternalTypes {

        abstract void use(List<SecretKey> keys);
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
