package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.SourceGenerator;
import io.github.triggerapi.codegen.render.Target;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Code that is generated from a document into a folder, and compiled as strictly as in the build. */
final class GeneratedCode {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for each thread, as it caches the content of the class path. */
    private static final ThreadLocal<StandardJavaFileManager> MANAGER =
            ThreadLocal.withInitial(() -> COMPILER.getStandardFileManager(null, null, null));

    private static final String[] STRICT = {"-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror"};

    private static final Pattern SUPPORT_SOURCES = Pattern.compile(
            "[/\\\\](call|value|internal[/\\\\]json|internal[/\\\\]method|internal[/\\\\]message)[/\\\\]|[/\\\\]ApiCallAdapterFactory");

    /** The classes that generated code uses, compiled once. Their modules are built after this one. */
    private static final Path SUPPORT = support();

    private static final String CLASS_PATH = SUPPORT + File.pathSeparator + System.getProperty("java.class.path");

    private final Path sources;
    private final Path classes;

    private GeneratedCode(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    static GeneratedCode of(Path document, Target target, Path folder) {
        return of(document, List.of(target), folder);
    }

    /** Compiles the code of several targets at once, which takes less time than one after the other. */
    static GeneratedCode of(Path document, List<Target> targets, Path folder) {
        GeneratedCode code = new GeneratedCode(folder.resolve("sources"), folder.resolve("classes"));
        generate(document, targets, code.sources);
        List<Path> files = new ArrayList<>(code.files());
        targets.forEach(target -> files.addAll(sourcesBeside(target)));
        compile(files, code.classes, CLASS_PATH, STRICT);
        return code;
    }

    private static Path support() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "support");
            List<Path> sources = Stream.of("../../client", "../../server-stubs")
                    .flatMap(module -> files(Path.of(module, "src/main/java/io/github/triggerapi"), ".java"))
                    .filter(file -> SUPPORT_SOURCES.matcher(file.toString()).find())
                    .toList();
            // With what these use in turn.
            String[] options = {"-sourcepath", "../../client/src/main/java"};
            compile(sources, folder, System.getProperty("java.class.path"), options);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sources in the package of the operations that are not generated. */
    private static List<Path> sourcesBeside(Target target) {
        String root = target == Target.CLIENT ? "../../client" : "../../server-stubs";
        String packageFolder = target.packages().api().replace('.', '/');
        return files(Path.of(root, "src/main/java", packageFolder), ".java").toList();
    }

    static GeneratedCode notCompiled(Path document, Target target, Path folder) {
        GeneratedCode code = new GeneratedCode(folder.resolve("sources"), folder.resolve("classes"));
        generate(document, List.of(target), code.sources);
        return code;
    }

    /** Writes the sources of several targets into a folder. */
    static void generate(Path document, List<Target> targets, Path sources) {
        Api api = ApiReader.read(document);
        targets.forEach(target ->
                SourceGenerator.generate(api, target, target.packages()).write(sources));
    }

    /** Returns the text of each source file by the simple name of its class. */
    Map<String, String> sources() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            try {
                texts.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /**
     * Compiles a class that uses this code.
     *
     * @param caller the simple name of the class, whose source is in {@code callers}
     * @return the folder with its classes
     */
    Path compile(String caller) {
        Path source = Path.of("src/test/resources/callers", caller + ".java");
        Path folder = classes.resolveSibling("callers");
        compile(List.of(source), folder, classes + File.pathSeparator + CLASS_PATH, STRICT);
        return folder;
    }

    /** Compiles other sources against this code without lint, which is faster. */
    void compile(List<Path> files, Path folder) {
        if (!files.isEmpty()) {
            compile(files, folder, classes + File.pathSeparator + CLASS_PATH);
        }
    }

    /** Returns a class loader for this code and other folders. */
    URLClassLoader load(Path... folders) {
        try {
            List<URL> urls = new ArrayList<>(
                    List.of(classes.toUri().toURL(), SUPPORT.toUri().toURL()));
            for (Path folder : folders) {
                urls.add(folder.toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(URL[]::new), GeneratedCode.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the binary names of all classes, nested ones included. */
    List<String> classNames() {
        return files(classes, ".class")
                .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .toList();
    }

    private List<Path> files() {
        return files(sources, ".java").toList();
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<Path> files, Path classes, String classPath, String... more) {
        try {
            // The file manager caches that a folder does not exist.
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-proc:none", "-Xmaxerrs", "20", "-d", classes.toString()));
        options.addAll(List.of("-classpath", classPath));
        StringWriter output = new StringWriter();
        StandardJavaFileManager manager = MANAGER.get();
        boolean success = COMPILER.getTask(
                        output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                .call();
        if (!success) {
            throw new AssertionError("Generated code does not compile:\n" + output);
        }
    }
}
