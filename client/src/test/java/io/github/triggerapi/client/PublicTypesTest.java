package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.api.TasksApi;
import io.github.triggerapi.client.model.TTL;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated classes have no plain Object where the spec has a type. */
class PublicTypesTest {

    private static final Set<String> TAKES_ANY = Set.of("putAdditionalProperty", "equals");

    static Stream<Class<?>> generated() throws IOException, URISyntaxException {
        return Stream.concat(classes(TTL.class), classes(TasksApi.class));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void publicMembersAreNotPlainObjects(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isBridge() && !method.isSynthetic()) {
                if (!holdsAnyJson(method)) {
                    assertThat(named(method.getGenericReturnType()))
                            .as("%s", method)
                            .doesNotContain("java.lang.Object");
                }
                if (!TAKES_ANY.contains(method.getName()) && !holdsAnyJson(method)) {
                    assertThat(Arrays.stream(method.getGenericParameterTypes()).map(PublicTypesTest::named))
                            .as("%s", method)
                            .noneMatch(name -> name.contains("java.lang.Object"));
                }
            }
        }
        for (Field field : type.getFields()) {
            assertThat(named(field.getGenericType())).as("%s", field).doesNotContain("java.lang.Object");
        }
    }

    /** Returns whether a method gets or sets a member that may be any JSON, for which Java has no better type. */
    private static boolean holdsAnyJson(Method method) {
        return Arrays.stream(method.getDeclaringClass().getDeclaredFields())
                .filter(field -> field.getName().equals(method.getName()))
                .anyMatch(field -> field.getType() == Object.class);
    }

    private static String named(Type type) {
        return type.getTypeName();
    }

    /** Returns the public classes in the package of a class. */
    private static Stream<Class<?>> classes(Class<?> member) throws IOException, URISyntaxException {
        Path root = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = root.resolve(member.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            List<Class<?>> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .sorted()
                    .map(name -> load(member.getPackageName() + "." + name.replace(".class", "")))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .collect(Collectors.toList());
            assertThat(classes).contains(member);
            return classes.stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
