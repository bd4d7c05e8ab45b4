package io.github.triggerapi.mock.internal.dispatch;

import io.github.triggerapi.mock.internal.dispatch.ResourceArguments.Argument;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method of a resource that handles an operation, and what makes its arguments. */
final class ResourceMethod {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([^}:\\s]+)[^}]*}");

    private final String httpMethod;
    private final String path;
    private final Object resource;
    private final Method method;
    private final List<Argument> arguments;

    private ResourceMethod(Object resource, Method method, String httpMethod, String path) {
        this.resource = resource;
        this.method = method;
        this.httpMethod = httpMethod;
        this.path = path;
        List<String> variables = VARIABLE.matcher(path)
                .results()
                .map(variable -> variable.group(1))
                .toList();
        ResourceArguments factory = new ResourceArguments(variables);
        try {
            this.arguments =
                    Stream.of(method.getParameters()).map(factory::argument).toList();
            if (!method.trySetAccessible()) {
                throw new IllegalArgumentException("it is not accessible");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The mock server cannot call " + method + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the methods of a resource that handle operations: its annotated methods, and the annotated methods of its
     * interfaces that it overrides. An interface may have several methods of one name, where one with fewer parameters is
     * called by the annotated one.
     *
     * @throws IllegalArgumentException if one of them has a parameter that is not supported
     */
    static List<ResourceMethod> of(Object resource) {
        List<ResourceMethod> methods = new ArrayList<>();
        for (Class<?> type : types(resource.getClass())) {
            for (Method method : type.getDeclaredMethods()) {
                String httpMethod = httpMethod(method);
                if (httpMethod != null && (!type.isInterface() || isOverridden(method, resource.getClass()))) {
                    methods.add(new ResourceMethod(resource, method, httpMethod, path(type) + path(method)));
                }
            }
        }
        return methods;
    }

    /** Returns a class, its superclasses, and then their interfaces. */
    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            types.add(one);
        }
        for (Class<?> one : List.copyOf(types)) {
            addInterfaces(one, types);
        }
        return types;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
        for (Class<?> one : type.getInterfaces()) {
            types.add(one);
            addInterfaces(one, types);
        }
    }

    private static @Nullable String httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(annotation -> annotation != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOverridden(Method method, Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && !own.getDeclaringClass().isInterface());
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    /** Returns whether the method handles an operation. The names of path variables may differ. */
    boolean handles(Operation operation) {
        return operation.isAt(httpMethod, path);
    }

    /**
     * Calls the method.
     *
     * @throws RejectedRequestException with status 400 if a parameter does not fit its Java type
     * @throws Throwable what the method throws
     */
    @Nullable
    Object call(ResourceRequest request) throws Throwable {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i), request);
        }
        try {
            return method.invoke(resource, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object value(Argument argument, ResourceRequest request) {
        try {
            return argument.of(request);
        } catch (RejectedRequestException e) {
            throw e;
        } catch (RuntimeException e) {
            // Valid by the schema, but out of the range of the Java type.
            throw new RejectedRequestException(400, "Validation error: a parameter is out of range");
        }
    }
}
