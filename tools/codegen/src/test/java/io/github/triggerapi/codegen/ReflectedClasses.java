package io.github.triggerapi.codegen;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.annotations.JsonAdapter;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives the lines in the files for ProGuard, R8 and GraalVM from compiled classes. */
final class ReflectedClasses {

    private static final Pattern RULE = Pattern.compile("-keep\\S* .*");
    private static final String API_CALL = "io.github.triggerapi.client.call.ApiCall";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeSet<String> rules = new TreeSet<>();
    private final TreeSet<String> metadata = new TreeSet<>();
    private final TreeSet<String> proxies = new TreeSet<>();

    static ReflectedClasses of(GeneratedCode code) throws IOException, ReflectiveOperationException {
        ReflectedClasses reached = new ReflectedClasses();
        try (URLClassLoader loader = code.load()) {
            for (String name : code.classNames()) {
                reached.add(loader.loadClass(name));
            }
        }
        return reached;
    }

    private void add(Class<?> type) throws ReflectiveOperationException {
        JsonAdapter adapter = type.getAnnotation(JsonAdapter.class);
        if (adapter != null) {
            rules.add("-keep,allowobfuscation,allowoptimization class " + type.getName());
            metadata.add(entry("{'name': '%s'}", type));
            rules.add("-keep,allowobfuscation class " + adapter.value().getName() + " { <init>(); }");
            metadata.add(
                    entry("{'name': '%s', 'methods': [{'name': '<init>', 'parameterTypes': []}]}", adapter.value()));
            // Throws if there is none.
            adapter.value().getDeclaredConstructor();
        }
        if (Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class))) {
            rules.add("-keepclassmembers,allowobfuscation class " + type.getName()
                    + " { @com.fasterxml.jackson.annotation.* <methods>; }");
        }
        boolean hasOperations = Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getReturnType().getName().equals(API_CALL));
        if (hasOperations) {
            rules.add("-keep,allowobfuscation,allowshrinking interface " + API_CALL);
            rules.add("-keep,allowobfuscation interface " + type.getName());
            rules.add("-keepclassmembers,allowshrinking,allowobfuscation interface " + type.getName()
                    + " { <methods>; }");
            metadata.add(entry("{'name': '%s', 'allDeclaredMethods': true}", type));
            proxies.add(entry("{'interfaces': ['%s']}", type));
        }
        if (type.isAnnotation() && type.getPackageName().endsWith(".api")) {
            rules.add("-keep @interface " + type.getName() + " { *; }");
            metadata.add(entry("{'name': '%s', 'allDeclaredMethods': true}", type));
        }
    }

    /** Returns the lines that are missing in the files. */
    TreeSet<String> notIn(Map<String, String> files) {
        return minus(all(rules, metadata, proxies), all(files));
    }

    /** Returns the lines in the files that name no class. */
    TreeSet<String> tooMuchIn(Map<String, String> files) {
        return minus(all(files), all(rules, metadata, proxies));
    }

    private static TreeSet<String> all(Map<String, String> files) {
        return all(
                RULE.matcher(files.get("trigger-api-client.pro"))
                        .results()
                        .map(rule -> rule.group())
                        .filter(rule -> !rule.startsWith("-keepattributes"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                entries(files.get("reflect-config.json")),
                entries(files.get("proxy-config.json")));
    }

    private static TreeSet<String> all(TreeSet<String> rules, TreeSet<String> metadata, TreeSet<String> proxies) {
        TreeSet<String> all = new TreeSet<>(rules);
        all.addAll(metadata);
        all.addAll(proxies);
        return all;
    }

    private static TreeSet<String> minus(TreeSet<String> these, TreeSet<String> those) {
        these.removeAll(those);
        return these;
    }

    private static TreeSet<String> entries(String json) {
        try {
            TreeSet<String> entries = new TreeSet<>();
            JSON.readTree(json).forEach(entry -> entries.add(entry.toString()));
            return entries;
        } catch (JsonProcessingException e) {
            // An array ends with a comma if its last line was removed.
            return json.contains(",\n]") ? entries(json.replace(",\n]", "\n]")) : new TreeSet<>();
        }
    }

    private static String entry(String template, Class<?> type) {
        try {
            return JSON.readTree(template.formatted(type.getName()).replace('\'', '"'))
                    .toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
