package io.github.triggerapi.samples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.triggerapi.client.TriggerClient;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packagesOf = Trigger.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule USES_NO_INTERNAL_PACKAGES =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.triggerapi..internal..");

    @Test
    void detectsUseOfInternalPackages() {
        var classes = new ClassFileImporter().importClasses(TriggerClient.class);

        assertThat(USES_NO_INTERNAL_PACKAGES.evaluate(classes).hasViolation()).isTrue();
    }
}
