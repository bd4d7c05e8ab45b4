package io.github.triggerapi.server.internal.method;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods that a resource overrides. Runtimes disagree on whether the method of a request is one of them. */
public final class ResourceMethods {

    private ResourceMethods() {}

    /**
     * Returns the methods of the same name and parameters in a class and in all its supertypes, the nearest first. So those of
     * the interface are also found for subclasses and proxies that a container creates.
     */
    public static Stream<Method> declarations(@Nullable Class<?> type, String name, Class<?>[] parameters) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Method> own = Arrays.stream(type.getDeclaredMethods())
                .filter(other -> other.getName().equals(name) && Arrays.equals(other.getParameterTypes(), parameters));
        Stream<Method> inherited = Stream.concat(Arrays.stream(type.getInterfaces()), superclass(type))
                .flatMap(supertype -> declarations(supertype, name, parameters));
        return Stream.concat(own, inherited);
    }

    private static Stream<Class<?>> superclass(Class<?> type) {
        return Optional.<Class<?>>ofNullable(type.getSuperclass()).stream();
    }
}
