package io.github.triggerapi.server.internal.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The method of the interface is found from each class that containers may put in front of a resource. */
class ResourceMethodsTest {

    /** An interface such as are generated. */
    interface Api {
        default Object read(String id) {
            return id;
        }
    }

    /** Implements the method with another result, for which the compiler adds a bridge method. */
    static class Resource implements Api {
        @Override
        public String read(String id) {
            return id;
        }

        String read(Long id) {
            return "another method " + id;
        }
    }

    /** A class such as CDI containers create. */
    static final class Subclass extends Resource {}

    /** Implements nothing. */
    static final class Empty implements Api {}

    private static List<Class<?>> declaring(Class<?> type) {
        return ResourceMethods.declarations(type, "read", new Class<?>[] {String.class})
                .<Class<?>>map(Method::getDeclaringClass)
                .distinct()
                .toList();
    }

    @Test
    void findsTheMethodsThatAreOverridden() {
        Object proxy = Proxy.newProxyInstance(
                Api.class.getClassLoader(), new Class<?>[] {Api.class}, (self, method, arguments) -> null);

        assertThat(declaring(Resource.class)).containsExactly(Resource.class, Api.class);
        assertThat(declaring(Subclass.class)).containsExactly(Resource.class, Api.class);
        assertThat(declaring(Empty.class)).containsExactly(Api.class);
        assertThat(declaring(proxy.getClass())).containsExactly(proxy.getClass(), Api.class);
    }

    @Test
    void findsNoMethodWithOtherParameters() {
        assertThat(ResourceMethods.declarations(Resource.class, "read", new Class<?>[] {Long.class}))
                .allMatch(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Long.class}))
                .hasSize(1);
    }
}
