package io.github.triggerapi.codegen.render;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Renders the templates of a target: its own, or those that it shares with the other.
 *
 * <p>The engine is the one that openapi-generator uses, but strict: a name that the view does not know is an error.
 */
final class Templates {

    private final Target target;
    private final Map<String, Template> compiled = new HashMap<>();
    private final Mustache.Compiler compiler;

    Templates(Target target) {
        this.target = target;
        this.compiler = Mustache.compiler()
                .escapeHTML(false)
                .emptyStringIsFalse(true)
                .strictSections(true)
                .withLoader(this::load);
    }

    String render(String template, Map<String, Object> view) {
        return compiled.computeIfAbsent(template, name -> compiler.compile(load(name)))
                .execute(view);
    }

    private Reader load(String name) {
        for (String folder : new String[] {target.folder(), "common"}) {
            String resource = "/io/github/triggerapi/codegen/" + folder + "/" + name + ".mustache";
            try (InputStream stream = Templates.class.getResourceAsStream(resource)) {
                if (stream != null) {
                    return new StringReader(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalArgumentException("No template " + name + " for " + target);
    }
}
