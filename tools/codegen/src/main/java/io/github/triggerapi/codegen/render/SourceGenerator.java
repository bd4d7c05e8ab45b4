package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Creates the source files of a target. */
public final class SourceGenerator {

    private static final String HEADER = "// Generated from an OpenAPI document. Do not edit.\n\n";

    private final Api api;
    private final Target target;
    private final Packages packages;
    private final Templates templates;
    private final Imports imports;
    private final GeneratedSources sources = new GeneratedSources();

    private SourceGenerator(Api api, Target target, Packages packages) {
        this.api = api;
        this.target = target;
        this.packages = packages;
        this.templates = Templates.of(target);
        TreeSet<String> modelClasses = api.generatedClasses().stream()
                .map(GeneratedClass::className)
                .collect(Collectors.toCollection(TreeSet::new));
        this.imports = new Imports(target, packages.model(), modelClasses);
    }

    public static GeneratedSources generate(Api api, Target target, Packages packages) {
        SourceGenerator generator = new SourceGenerator(api, target, packages);
        generator.generate();
        return generator.sources;
    }

    private void generate() {
        ModelViews views = new ModelViews(api, target, sources);
        for (GeneratedClass generatedClass : api.generatedClasses()) {
            Name className = new Name(generatedClass.className());
            Map<String, Object> view = views.view(generatedClass);
            write(packages.model(), className, template(generatedClass), view);
            if (generatedClass instanceof UnionClass && target == Target.CLIENT) {
                write(packages.model(), (Name) view.get("adapter"), "union-adapter", view);
            } else if (generatedClass instanceof UnionClass) {
                write(packages.model(), (Name) view.get("deserializer"), "union-deserializer", view);
            }
        }
        writePackageInfo(packages.model(), CommentText.of("The schemas of the OpenAPI document."));

        ApiViews apis = new ApiViews(api, target, views, sources);
        ParameterObjects objects = new ParameterObjects(api, target, views, sources);
        apis.byInterface().forEach((className, operations) -> {
            write(packages.api(), new Name(className), "api", apis.view(className, operations));
            operations.forEach(operation -> objects.views(operation)
                    .forEach((name, view) -> write(packages.api(), new Name(name), "parameters", view)));
        });
        write(packages.api(), new Name(target == Target.CLIENT ? "TriggerApis" : "Apis"), "apis", apis.apis());
        write(packages.api(), new Name("ApiDocument"), "document", apis.document());
        write(packages.api(), new Name("SecuritySchemes"), "security-schemes", SecurityViews.of(api, target, sources));
        Map<String, Object> headers = apis.responseHeaders();
        if (!headers.isEmpty()) {
            write(packages.api(), new Name("ResponseHeaders"), "response-headers", headers);
        }
        writePackageInfo(packages.api(), CommentText.of("The operations of the OpenAPI document."));
    }

    private static String template(GeneratedClass generatedClass) {
        return generatedClass instanceof ObjectClass
                ? "object"
                : generatedClass instanceof EnumClass ? "enum" : "union";
    }

    private void write(String packageName, Name className, String template, Map<String, Object> view) {
        Map<String, Object> complete = new LinkedHashMap<>(view);
        complete.put("generated", JavaCode.of("@Generated($)", new StringLiteral(target.generator())));
        String body = tidy(templates.render(template, complete)) + "\n";
        String importLines = importLines(body, packageName);
        put(packageName, className.source(), "package " + packageName + ";\n\n" + importLines + body);
    }

    private void writePackageInfo(String packageName, CommentText text) {
        String body = templates.render("package-info", Map.of("text", text));
        put(
                packageName,
                "package-info",
                body + "package " + packageName + ";\n\n"
                        + importLines(body, packageName).strip() + "\n");
    }

    private String importLines(String body, String packageName) {
        String lines = imports.of(body, packageName).stream()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : lines + "\n";
    }

    /** Removes the empty lines that templates leave where a section is empty. */
    private static String tidy(String body) {
        return body.replaceAll("\\n{3,}", "\n\n")
                .replaceAll("\\n\\n( *})", "\n$1")
                .strip();
    }

    private void put(String packageName, String className, String source) {
        String file = packageName.replace('.', '/') + "/" + className + ".java";
        sources.addFile(file, HEADER + source);
    }
}
