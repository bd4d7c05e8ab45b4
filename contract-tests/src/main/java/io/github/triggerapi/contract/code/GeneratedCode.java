package io.github.triggerapi.contract.code;

import jakarta.ws.rs.Path;
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

/**
 * What was generated for one side, as far as a look at the class path shows it.
 *
 * @param routes by verb and path
 * @param models the public classes of the model package, by their names in lower case
 */
record GeneratedCode(Map<String, List<Route>> routes, Map<String, Class<?>> models) {

    private static final GeneratedCode CLIENT = of(GeneratedArtifact.CLIENT);
    private static final GeneratedCode SERVER = of(GeneratedArtifact.SERVER);

    static GeneratedCode on(GeneratedArtifact side) {
        return side == GeneratedArtifact.CLIENT ? CLIENT : SERVER;
    }

    private static GeneratedCode of(GeneratedArtifact side) {
        Map<String, List<Route>> routes = PackageClasses.of(side.anchor(), side.apiPackage()).stream()
                .filter(Class::isInterface)
                .flatMap(type -> routes(side, type))
                .collect(Collectors.groupingBy(Route::place));
        Map<String, Class<?>> models = new HashMap<>();
        for (Class<?> type : PackageClasses.of(side.anchor(), side.modelPackage())) {
            if (!type.isAnnotation()) {
                models.put(type.getSimpleName().toLowerCase(Locale.ROOT), type);
            }
        }
        return new GeneratedCode(routes, models);
    }

    private static Stream<Route> routes(GeneratedArtifact side, Class<?> type) {
        if (side == GeneratedArtifact.CLIENT) {
            return type.getSimpleName().endsWith("Api") ? ClientRoutes.of(type).stream() : Stream.of();
        }
        return type.isAnnotationPresent(Path.class) ? ServerRoutes.of(type).stream() : Stream.of();
    }

    /** The methods for one verb on one path: several where there are several media types. */
    List<Route> routes(String place) {
        return routes.getOrDefault(place, List.of());
    }

    Set<Class<?>> classes() {
        return new HashSet<>(models.values());
    }

    /** The class of a named schema. */
    Optional<Class<?>> model(String name) {
        return classNames(name).map(models::get).filter(Objects::nonNull).findFirst();
    }

    /** Whether a class is that of a named schema. */
    static boolean isNamed(Class<?> type, String name) {
        String actual = type.getSimpleName().toLowerCase(Locale.ROOT);
        return classNames(name).anyMatch(actual::equals);
    }

    /** A name that cannot be that of a class gets a word before or after it. */
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
