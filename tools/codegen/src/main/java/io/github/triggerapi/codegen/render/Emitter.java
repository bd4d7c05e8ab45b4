package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.EnumDefinition;
import io.github.triggerapi.codegen.model.Definition.ObjectDefinition;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.Name;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the source files of a target's classes. */
public final class Emitter {

    private static final List<String> CLIENT_SUPPORT = List.of(
            "AnyAdapter",
            "JsonShape",
            "JsonTypes",
            "Limits",
            "ListAdapter",
            "MapAdapter",
            "Member",
            "Members",
            "ObjectAdapter",
            "TextAdapter",
            "UnionAdapter");
    private static final List<String> SERVER_SUPPORT =
            List.of("DateTimes", "ExactTree", "JsonShape", "Limits", "Members", "UnionDeserializer");

    private final Api api;
    private final Target target;
    private final Packages packages;
    private final Templates templates;
    private final Imports imports;
    private final Map<String, String> files = new LinkedHashMap<>();

    /** Prepares to make the files. */
    public Emitter(Api api, Target target, Packages packages) {
        this.api = api;
        this.target = target;
        this.packages = packages;
        this.templates = new Templates(target);
        TreeSet<String> modelClasses =
                api.definitions().stream().map(Definition::className).collect(Collectors.toCollection(TreeSet::new));
        modelClasses.addAll(List.of("Limits", "Member"));
        this.imports = new Imports(target, packages.model(), modelClasses);
    }

    /**
     * Writes every class.
     *
     * @param folder the source root
     */
    public void emit(Path folder) {
        files().forEach((file, text) -> Output.write(folder.resolve(file), text));
    }

    /** Returns the text of each file by its path in the source root. */
    public Map<String, String> files() {
        files.clear();
        Views views = new Views(api, target);
        ApiViews apis = new ApiViews(api, target, views);
        ParameterObjects objects = new ParameterObjects(views);
        boolean client = target == Target.CLIENT;
        Map<String, Object> side = Map.of("client", client, "server", !client);

        String model = packages.model();
        for (Definition definition : api.definitions()) {
            write(model, new Name(definition.className()).source(), template(definition), views.view(definition));
        }
        (client ? CLIENT_SUPPORT : SERVER_SUPPORT).forEach(name -> write(model, name, name, side));
        write(model, "package-info", "package-info", Map.of("text", CommentText.of("The schemas of the document.")));

        String api = packages.api();
        apis.byTag().forEach((tag, operations) -> {
            write(api, ApiViews.className(tag).source(), "api", apis.view(tag, operations));
            for (Operation operation : operations) {
                if (!operation.bundled().isEmpty()) {
                    String name = ParameterObjects.className(operation).source();
                    write(api, name, "parameters", objects.view(operation));
                }
            }
        });
        write(api, client ? "TriggerApis" : "Apis", "apis", apis.apis());
        write(api, "ApiDocument", "document", apis.document());
        List<String> support = client
                ? List.of("DocumentedResponse", "ParameterMap", "Secured")
                : List.of("DeepObject", "DeepObjects", "DocumentedResponse", "Secured", "SuccessStatus");
        support.forEach(name -> write(api, name, name, side));
        write(api, "package-info", "package-info", Map.of("text", CommentText.of("The operations of the document.")));
        return files;
    }

    private static String template(Definition definition) {
        return definition instanceof ObjectDefinition
                ? "object"
                : definition instanceof EnumDefinition ? "enum" : "union";
    }

    private void write(String packageName, String className, String template, Map<String, ?> view) {
        String body = templates.render(template, view).replaceAll("\\n{3,}", "\n\n");
        List<String> lines = imports.of(body, packageName);
        String importLines =
                lines.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        String packageLine = "package " + packageName + ";\n";
        String source = className.equals("package-info")
                ? body + "\n" + packageLine + "\n" + importLines
                : packageLine + "\n" + importLines + (importLines.isEmpty() ? "" : "\n") + body + "\n";
        String file = packageName.replace('.', '/') + "/" + className + ".java";
        if (files.put(file, source) != null) {
            throw new IllegalStateException("Two classes would be in " + file);
        }
    }
}
