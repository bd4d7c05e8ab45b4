package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.document.DocumentFile;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.openapi.Document;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedSourcesTest {

    private static final Document DOCUMENT = DocumentFile.read(Path.of("src/test/resources/documents/shapes.yaml"));
    private static final Api API = ApiReader.read(DOCUMENT, "shapes.yaml");

    @ParameterizedTest
    @EnumSource
    void membersHaveOrigins(Target target) {
        GeneratedSources sources = SourceGenerator.generate(API, target, target.packages());
        Set<String> pointers = new LinkedHashSet<>();
        for (Map.Entry<String, String> file : sources.files().entrySet()) {
            String className = file.getKey().replaceAll(".*/|\\.java", "");
            Map<String, Origin> origins = sources.origins(className);
            origins.values().forEach(origin -> pointers.add(origin.pointer()));
            assertThat(origins).allSatisfy((member, origin) -> {
                assertThat(file.getValue()).containsPattern("\\b" + member + "\\b");
                assertThat(DOCUMENT.at(origin.pointer()).exists()
                                || origin.pointer().endsWith("/additionalProperties"))
                        .as(origin.pointer())
                        .isTrue();
            });
        }

        assertThat(API.generatedClasses())
                .allSatisfy(
                        type -> assertThat(sources.origins(type.className())).isNotEmpty());
        assertThat(pointers).containsAll(parts());
    }

    /** Returns the pointers of everything that a public member is generated for. */
    private static Set<String> parts() {
        Set<String> parts = API.generatedClasses().stream()
                .filter(GeneratedClass.ObjectClass.class::isInstance)
                .flatMap(type -> ((GeneratedClass.ObjectClass) type).members().stream())
                .map(GeneratedClass.Member::pointer)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        API.operations().forEach(operation -> {
            parts.add(operation.description().pointer());
            operation.queryAndHeaderParameters().forEach(parameter -> parts.add(parameter.pointer()));
        });
        return parts;
    }
}
