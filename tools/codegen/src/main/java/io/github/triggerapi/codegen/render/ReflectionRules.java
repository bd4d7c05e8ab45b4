package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.source.ClassName;
import io.github.triggerapi.codegen.source.Name;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Creates the files in the client's jar for tools that do not see reflection: rules for ProGuard and R8, and metadata for
 * GraalVM native images. They list the generated classes that Retrofit, Gson and the client use by reflection.
 */
public final class ReflectionRules {

    private static final Target CLIENT = Target.CLIENT;
    private static final Packages PACKAGES = CLIENT.packages();

    /** The annotations of methods that interceptors and the client read. */
    private static final List<String> ANNOTATIONS =
            List.of("DocumentedResponse", "DocumentedResponse$All", "Secured", "SentTo");

    private final Api api;

    /** Creates the rules for the code of a document. */
    public ReflectionRules(Api api) {
        this.api = api;
    }

    /**
     * Writes all files.
     *
     * @param folder the root of the resources
     */
    public void write(Path folder) {
        files().forEach((file, text) -> OutputFiles.write(folder.resolve(file), text));
    }

    /** Returns the text of each file by its path in the resources. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, Object> view = Map.of(
                "apis", apis(),
                "annotations", sorted(ANNOTATIONS.stream(), PACKAGES.api()),
                "models", sorted(api.generatedClasses().stream().map(GeneratedClass::className), PACKAGES.model()),
                "adapted", adapted(),
                "adapters", adapters());
        Templates templates = Templates.of(CLIENT);
        for (String file : List.of(
                "META-INF/proguard/trigger-api-client.pro",
                "META-INF/native-image/io.github.triggerapi/trigger-api-client/proxy-config.json",
                "META-INF/native-image/io.github.triggerapi/trigger-api-client/reflect-config.json")) {
            String template = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
            files.put(file, templates.render(template, view));
        }
        return files;
    }

    private TreeSet<ClassName> apis() {
        return sorted(
                api.operations().stream().map(operation -> operation.classes().api()), PACKAGES.api());
    }

    private TreeSet<ClassName> adapted() {
        return sorted(api.generatedClasses().stream().flatMap(ReflectionRules::adapted), PACKAGES.model());
    }

    /** Returns a model class and the classes of its variants, as Gson looks up a value by its own class. */
    private static Stream<String> adapted(GeneratedClass generatedClass) {
        String name = generatedClass.className();
        return generatedClass instanceof UnionClass union
                ? Stream.concat(Stream.of(name), records(union).map(variant -> name + "$" + variant))
                : Stream.of(name);
    }

    private static Stream<String> records(UnionClass union) {
        return Stream.concat(union.variants().stream().map(UnionViews::record), Stream.of(UnionViews.UNKNOWN))
                .map(Name::source);
    }

    private TreeSet<ClassName> adapters() {
        return sorted(
                api.generatedClasses().stream()
                        .map(generatedClass -> generatedClass.className()
                                + (generatedClass instanceof UnionClass ? Names.ADAPTER : "$Adapter")),
                PACKAGES.model());
    }

    private static TreeSet<ClassName> sorted(Stream<String> names, String packageName) {
        TreeSet<ClassName> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(new ClassName(packageName + "." + name)));
        return sorted;
    }
}
