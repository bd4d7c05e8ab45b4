package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.document.Validation;
import io.github.triggerapi.codegen.document.VisibleText;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Emitter;
import io.github.triggerapi.codegen.render.Packages;
import io.github.triggerapi.codegen.render.ReflectionRules;
import io.github.triggerapi.codegen.render.Target;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.openapitools.codegen.DefaultCodegen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generator for openapi-generator that takes its types from the document itself.
 *
 * <p>The model that openapi-generator builds drops unions, lists of types and more before any template sees them. So
 * this generator lets it read and validate the document, writes its own classes, and leaves it nothing else to write.
 */
abstract class TriggerCodegen extends DefaultCodegen {

    private static final Logger LOG = LoggerFactory.getLogger(TriggerCodegen.class);

    private final Target target;

    TriggerCodegen(Target target) {
        this.target = target;
    }

    @Override
    public boolean getUseInlineModelResolver() {
        return false;
    }

    @Override
    public boolean getUseOpenapiNormalizer() {
        return false;
    }

    @Override
    public void preprocessOpenAPI(OpenAPI openApi) {
        Path file = getInputSpec().startsWith("file:") ? Path.of(URI.create(getInputSpec())) : Path.of(getInputSpec());
        Validation.check(file).forEach(LOG::warn);
        Api api = ApiReader.read(file);
        api.notes().forEach(note -> LOG.warn(VisibleText.of(note)));
        new Emitter(api, target, packages()).emit(Path.of(getOutputDir(), "src/main/java"));
        if (target == Target.CLIENT) {
            new ReflectionRules(api).emit(Path.of(getOutputDir(), "src/main/resources"));
        }
        openApi.setPaths(new Paths());
        if (openApi.getComponents() != null) {
            openApi.getComponents().setSchemas(new LinkedHashMap<>());
        }
    }

    /** Those of the plugin's {@code apiPackage} and {@code modelPackage}, where they are set. */
    private Packages packages() {
        Packages usual = target.packages();
        return new Packages(
                apiPackage().isEmpty() ? usual.api() : apiPackage(),
                modelPackage().isEmpty() ? usual.model() : modelPackage());
    }

    /** No template of ours leaves escaping to openapi-generator. */
    @Override
    public String escapeUnsafeCharacters(String input) {
        return input;
    }

    /** Says nothing; the default asks for donations at each build. */
    @Override
    public void postProcess() {}
}
