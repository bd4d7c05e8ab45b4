package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.document.DocumentFile;
import io.github.triggerapi.codegen.document.SwaggerParserCheck;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Packages;
import io.github.triggerapi.codegen.render.ReflectionRules;
import io.github.triggerapi.codegen.render.SourceGenerator;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.VisibleText;
import io.github.triggerapi.openapi.WorkflowSafeText;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.DefaultCodegen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generator for openapi-generator that reads the OpenAPI document itself.
 *
 * <p>The model of openapi-generator does not have all unions and lists of types, and its log has unescaped text of the
 * document. Therefore {@code inputSpec} is an empty document, and the config option {@code document} is the path of the
 * document to generate code from.
 */
abstract class TriggerCodegen extends DefaultCodegen {

    static final String DOCUMENT = "document";

    private static final Logger LOG = LoggerFactory.getLogger(TriggerCodegen.class);

    private final Target target;

    TriggerCodegen(Target target) {
        this.target = target;
        cliOptions.add(CliOption.newString(DOCUMENT, "The path of the OpenAPI document to generate code from."));
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
        Path file = document();
        Document document = DocumentFile.read(file);
        Api api = ApiReader.withRules(ApiReader.read(document, file.toString()), file);
        List<String> notes = Stream.concat(api.notes().stream(), SwaggerParserCheck.notes(document).stream())
                .toList();
        if (!notes.isEmpty()) {
            LOG.warn(message(file, notes));
        }
        SourceGenerator.generate(api, target, packages()).write(Path.of(getOutputDir(), "src/main/java"));
        if (target == Target.CLIENT) {
            new ReflectionRules(api).write(Path.of(getOutputDir(), "src/main/resources"));
        }
    }

    private Path document() {
        if (additionalProperties.get(DOCUMENT) instanceof String path) {
            return Path.of(path);
        }
        throw new IllegalArgumentException(
                "The config option " + DOCUMENT + " is missing; expected the path of an OpenAPI document");
    }

    private static String message(Path file, List<String> notes) {
        return notes.stream()
                .map(note -> "\n  " + WorkflowSafeText.of(VisibleText.of(note)))
                .collect(Collectors.joining("", "Not all of " + file + " is expressed in the generated code:", ""));
    }

    /** Returns the packages that the plugin's {@code apiPackage} and {@code modelPackage} set, or otherwise the defaults. */
    private Packages packages() {
        Packages usual = target.packages();
        return new Packages(
                apiPackage().isEmpty() ? usual.api() : apiPackage(),
                modelPackage().isEmpty() ? usual.model() : modelPackage());
    }

    /** Returns the input, as the templates of this generator escape by themselves. */
    @Override
    public String escapeUnsafeCharacters(String input) {
        return input;
    }

    /** Prints nothing, unlike the default. */
    @Override
    public void postProcess() {}
}
