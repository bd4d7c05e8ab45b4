package io.github.triggerapi.contract.code;

import jakarta.ws.rs.Path;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The generated code of an artifact on the class path.
 *
 * @param routes the routes by HTTP method and path
 * @param models the public classes of the model package
 * @param modelsByName the classes of each named schema that was asked for, as each mutant asks for the same names
 */
record GeneratedCode(Map<String, List<Route>> routes, List<Class<?>> models, Map<String, List<Class<?>>> modelsByName) {

    private static final GeneratedCode CLIENT = of(GeneratedArtifact.CLIENT);
    private static final GeneratedCode SERVER = of(GeneratedArtifact.SERVER);

    static GeneratedCode on(GeneratedArtifact artifact) {
        return artifact == GeneratedArtifact.CLIENT ? CLIENT : SERVER;
    }

    private static GeneratedCode of(GeneratedArtifact artifact) {
        Map<String, List<Route>> routes = classes(artifact.apiPackage())
                .filter(Class::isInterface)
                .flatMap(type -> routes(artifact, type))
                .collect(Collectors.groupingBy(Route::label));
        List<Class<?>> models = classes(artifact.modelPackage())
                .filter(type -> !type.isAnnotation())
                .sorted(Comparator.comparing(Class::getName))
                .toList();
        return new GeneratedCode(routes, models, new ConcurrentHashMap<>());
    }

    /** Returns the public classes of a package. */
    private static Stream<Class<?>> classes(String packageName) {
        return ReflectionSupport.findAllClassesInPackage(
                packageName,
                type -> type.getPackageName().equals(packageName)
                        && type.getEnclosingClass() == null
                        && Modifier.isPublic(type.getModifiers()),
                name -> !name.endsWith("-info"))
                .stream();
    }

    private static Stream<Route> routes(GeneratedArtifact artifact, Class<?> type) {
        if (artifact == GeneratedArtifact.CLIENT) {
            return type.getSimpleName().endsWith("Api") ? ClientRoutes.of(type).stream() : Stream.of();
        }
        return type.isAnnotationPresent(Path.class) ? ServerRoutes.of(type).stream() : Stream.of();
    }

    /** Returns the methods of an operation, one for each request media type. */
    List<Route> routes(String label) {
        return routes.getOrDefault(label, List.of());
    }

    Set<Class<?>> classes() {
        return new HashSet<>(models);
    }

    /** Returns the classes that may be that of a named schema: several if names only differ in case or separators. */
    List<Class<?>> models(String name) {
        return modelsByName.computeIfAbsent(
                name, key -> models.stream().filter(type -> isNamed(type, key)).toList());
    }

    /** Returns whether a class may have the name of a named schema. */
    static boolean isNamed(Class<?> type, String name) {
        return GeneratedNames.matches(
                type.getSimpleName(), name.replace("~1", "/").replace("~0", "~"));
    }
}
