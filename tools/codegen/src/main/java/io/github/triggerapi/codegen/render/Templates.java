package io.github.triggerapi.codegen.render;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.triggerapi.codegen.source.SafeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Renders the templates of a target, including those that all targets share.
 *
 * <p>The engine is that of openapi-generator, but strict: a name that is not in the view is an error, and so is a value
 * that is not a {@link SafeSource}.
 */
final class Templates {

    private static final Map<Target, Templates> OF_TARGETS = new ConcurrentHashMap<>();

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Function<String, Reader> loader;
    private final Mustache.Compiler compiler;

    /** Returns the templates of a target, which are compiled once. */
    static Templates of(Target target) {
        return OF_TARGETS.computeIfAbsent(target, key -> new Templates(name -> load(key, name)));
    }

    /** Renders the templates that a function returns by name. */
    Templates(Function<String, Reader> loader) {
        this.loader = loader;
        this.compiler = Mustache.compiler()
                .escapeHTML(false)
                .strictSections(true)
                .withFormatter(Templates::print)
                .withCollector(new Collector())
                .withLoader(loader::apply);
    }

    String render(String template, Map<String, ?> view) {
        return compiled.computeIfAbsent(template, name -> compiler.compile(loader.apply(name)))
                .execute(view);
    }

    /** Prints a value, but no string, as that may be unescaped text of the document. */
    private static String print(Object value) {
        if (value instanceof SafeSource source) {
            return source.source();
        }
        throw new IllegalArgumentException("A template prints a value of " + value.getClass()
                + "; expected a Source, which is escaped or checked");
    }

    /** Treats an {@link Optional} as a list. */
    private static final class Collector extends DefaultCollector {

        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    private static Reader load(Target target, String name) {
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
