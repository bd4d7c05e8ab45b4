package io.github.triggerapi.contract.code;

import jakarta.ws.rs.Path;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The generated code of an artifact on the class path.
 *
 * @param routes the routes by HTTP method and path
 * @param models the public classes of the model package by their names in lower case
 */
record GeneratedCode(Map<String, List<Route>> routes, Map<String, Class<?>> models) {

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
        Map<String, Class<?>> models = new HashMap<>();
        classes(artifact.modelPackage())
                .filter(type -> !type.isAnnotation())
                .forEach(type -> models.put(type.getSimpleName().toLowerCase(Locale.ROOT), type));
        return new GeneratedCode(routes, models);
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
        return new HashSet<>(models.values());
    }

    /** Returns the class of a named schema. */
    Optional<Class<?>> model(String name) {
        return classNames(name).map(models::get).filter(Objects::nonNull).findFirst();
    }

    /** Returns whether a class has the name of a named schema. */
    static boolean isNamed(Class<?> type, String name) {
        String actual = type.getSimpleName().toLowerCase(Locale.ROOT);
        return classNames(name).anyMatch(actual::equals);
    }

    /** A name that is not valid for a class gets a prefix or suffix. */
    private static Stream<String> classNames(String name) {
        StringBuilder plain = new StringBuilder();
        name.replace("~1", "")
                .replace("~0", "")
                .chars()
                .filter(c -> c < 128 && Character.isLetterOrDigit(c))
                .forEach(c -> plain.append((char) c));
        String lower = plain.toString().toLowerCase(Locale.ROOT);
        return Stream.of(lower, "value" + lower, lower + "model");
    }
}
