package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.render.Target;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiMethod;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Finds incompatible changes of generated code with japicmp. */
final class Compatibility {

    private static final List<Target> TARGETS = List.of(Target.values());

    private final Path before;
    private final GeneratedCode code;

    private Compatibility(Path folder, GeneratedCode code) {
        this.before = folder;
        this.code = code;
    }

    /** Compiles the code of all targets. */
    static Compatibility with(Path document, Path folder) {
        return new Compatibility(folder, GeneratedCode.of(document, TARGETS, folder));
    }

    /** Compiles a caller of the code without changes; see {@link GeneratedCode#compile(String)}. */
    Path compile(String caller) {
        return code.compile(caller);
    }

    /** Returns the incompatible changes, such as {@code io.github.triggerapi.client.model.Thing.id METHOD_REMOVED}. */
    List<String> breaks(Path document, Path folder) {
        Path sources = folder.resolve("sources");
        Path classes = folder.resolve("classes");
        GeneratedCode.generate(document, TARGETS, sources);
        Map<String, Path> old = files(before.resolve("sources"));
        Map<String, Path> now = files(sources);
        Set<String> changed = new TreeSet<>(old.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> same(old.get(name), now.get(name)));
        // Compiling the unchanged files would take most of the time.
        code.compile(changed.stream().filter(now::containsKey).map(now::get).toList(), classes);
        return compare(
                archive(before.resolve("classes"), changed),
                archive(classes, changed),
                List.of(before.resolve("classes"), classes));
    }

    private static List<String> compare(byte[] old, byte[] now, List<Path> folders) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setClassPathMode(JarArchiveComparatorOptions.ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.setOldClassPath(List.of(folders.get(0).toString()));
        options.setNewClassPath(
                List.of(folders.get(1).toString(), folders.get(0).toString()));
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        return new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(old, "old", "1"), new JApiCmpArchive(now, "new", "2")).stream()
                        .flatMap(Compatibility::findings)
                        .sorted()
                        .toList();
    }

    private static Stream<String> findings(JApiClass type) {
        String name = type.getFullyQualifiedName();
        // By identity, as parts may be equal.
        Map<JApiCompatibility, String> parts = new IdentityHashMap<>();
        parts.put(type, name);
        parts.put(type.getSuperclass(), name);
        type.getInterfaces().forEach(one -> parts.put(one, name + " implements " + one.getFullyQualifiedName()));
        type.getConstructors().forEach(one -> parts.put(one, name + "." + one.getName()));
        type.getMethods().forEach(one -> parts.put(one, name + "." + one.getName()));
        type.getFields().forEach(one -> parts.put(one, name + "." + one.getName()));
        Stream<String> changes = parts.entrySet().stream()
                .flatMap(part -> part.getKey().getCompatibilityChanges().stream()
                        .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                        .map(change -> part.getValue() + " " + change.getType()));
        // Japicmp does not compare nested type arguments.
        Stream<String> generics = type.getMethods().stream()
                .filter(Compatibility::hasOtherGenerics)
                .map(method -> name + "." + method.getName() + " GENERICS_CHANGED");
        return Stream.concat(changes, generics);
    }

    private static boolean hasOtherGenerics(JApiMethod method) {
        return method.getOldMethod().isPresent()
                && method.getNewMethod().isPresent()
                && !Objects.equals(
                        method.getOldMethod().get().getGenericSignature(),
                        method.getNewMethod().get().getGenericSignature());
    }

    private static Map<String, Path> files(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> sources.relativize(file).toString(), file -> file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return one != null && other != null && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a jar with the classes of source files that exist. */
    private static byte[] archive(Path classes, Set<String> sources) {
        Set<String> names =
                sources.stream().map(name -> name.replace(".java", "")).collect(Collectors.toSet());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes);
                Stream<Path> files = Files.exists(classes) ? Files.walk(classes) : Stream.of()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString();
                if (names.contains(name.replaceFirst("(\\$.*)?\\.class$", ""))) {
                    jar.putNextEntry(new ZipEntry(name.replace(File.separatorChar, '/')));
                    jar.write(Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
