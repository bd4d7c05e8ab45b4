package io.github.triggerapi.contract.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/**
 * Reads the annotations of generated code that the compiler keeps in class files, but the virtual machine does not load:
 * {@code Constraints}, {@code JsonMember} and {@code DeepObject}.
 */
public final class ClassFileAnnotations {

    private static final Map<Class<?>, ClassNode> CLASSES = new ConcurrentHashMap<>();

    private static final ClassValue<AnnotatedElement> ELEMENTS = new ClassValue<>() {
        @Override
        protected AnnotatedElement computeValue(Class<?> type) {
            return element(type);
        }
    };

    private static final ClassValue<Map<String, AnnotatedType>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, AnnotatedType> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, ClassFileAnnotations::componentType));
        }
    };

    private ClassFileAnnotations() {}

    /** A {@code Constraints} annotation with its keywords, such as {@code maxLength=64}. */
    record ConstraintsAnnotation(List<String> keywords) implements Annotation {

        @Override
        public Class<? extends Annotation> annotationType() {
            return ConstraintsAnnotation.class;
        }
    }

    /** Returns the values of an annotation of a field, or empty if the field does not have it. */
    public static Optional<Map<String, Object>> of(Field field, Class<? extends Annotation> annotation) {
        return classFile(field.getDeclaringClass()).fields.stream()
                .filter(node -> node.name.equals(field.getName()))
                .flatMap(node -> list(node.invisibleAnnotations).stream())
                .filter(node -> node.desc.equals(Type.getDescriptor(annotation)))
                .findFirst()
                .map(ClassFileAnnotations::values);
    }

    /** Returns a class with its constraints. */
    static AnnotatedElement of(Class<?> type) {
        return ELEMENTS.get(type);
    }

    private static AnnotatedElement element(Class<?> type) {
        List<AnnotationNode> annotations = list(classFile(type).invisibleAnnotations);
        Annotation[] constraints = annotations.stream()
                .filter(ClassFileAnnotations::isConstraints)
                .map(ClassFileAnnotations::constraints)
                .toArray(Annotation[]::new);
        return new ClassFileAnnotatedType(UnannotatedType.of(type), Map.of("", constraints), "");
    }

    /** Returns the type of a field with its constraints. */
    static AnnotatedType type(Field field) {
        return classFile(field.getDeclaringClass()).fields.stream()
                .filter(node -> node.name.equals(field.getName()))
                .map(node -> annotated(field.getAnnotatedType(), node.invisibleTypeAnnotations, reference -> true))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the type of a record component with its constraints. */
    static AnnotatedType type(RecordComponent component) {
        return Objects.requireNonNull(
                COMPONENTS.get(component.getDeclaringRecord()).get(component.getName()));
    }

    private static AnnotatedType componentType(RecordComponent component) {
        return classFile(component.getDeclaringRecord()).recordComponents.stream()
                .filter(node -> node.name.equals(component.getName()))
                .map(node -> annotated(component.getAnnotatedType(), node.invisibleTypeAnnotations, reference -> true))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the type of a method's parameter with its constraints. */
    static AnnotatedType type(Parameter parameter) {
        Method method = (Method) parameter.getDeclaringExecutable();
        int index = Arrays.asList(method.getParameters()).indexOf(parameter);
        return annotated(
                parameter.getAnnotatedType(),
                typeAnnotations(method),
                reference -> reference.getSort() == TypeReference.METHOD_FORMAL_PARAMETER
                        && reference.getFormalParameterIndex() == index);
    }

    /** Returns the return type of a method with its constraints. */
    static AnnotatedType returnType(Method method) {
        return annotated(
                method.getAnnotatedReturnType(),
                typeAnnotations(method),
                reference -> reference.getSort() == TypeReference.METHOD_RETURN);
    }

    private static @Nullable List<TypeAnnotationNode> typeAnnotations(Method method) {
        return classFile(method.getDeclaringClass()).methods.stream()
                .filter(node ->
                        node.name.equals(method.getName()) && node.desc.equals(Type.getMethodDescriptor(method)))
                .map(node -> list(node.invisibleTypeAnnotations))
                .findFirst()
                .orElseThrow();
    }

    private static AnnotatedType annotated(
            AnnotatedType type, @Nullable List<TypeAnnotationNode> annotations, Predicate<TypeReference> target) {
        Map<String, Annotation[]> constraints = new HashMap<>();
        for (TypeAnnotationNode annotation : list(annotations)) {
            if (isConstraints(annotation) && target.test(new TypeReference(annotation.typeRef))) {
                String path = annotation.typePath == null ? "" : annotation.typePath.toString();
                constraints.put(path, new Annotation[] {constraints(annotation)});
            }
        }
        return new ClassFileAnnotatedType(type, constraints, "");
    }

    private static boolean isConstraints(AnnotationNode annotation) {
        return annotation.desc.endsWith("/internal/json/Constraints;");
    }

    private static ConstraintsAnnotation constraints(AnnotationNode annotation) {
        List<?> keywords = (List<?>) Objects.requireNonNull(values(annotation).get("value"));
        return new ConstraintsAnnotation(
                keywords.stream().map(String.class::cast).toList());
    }

    private static Map<String, Object> values(AnnotationNode annotation) {
        Map<String, Object> values = new HashMap<>();
        List<Object> namesAndValues = list(annotation.values);
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            values.put((String) namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return values;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static ClassNode classFile(Class<?> type) {
        return CLASSES.computeIfAbsent(type, key -> {
            String file = "/" + key.getName().replace('.', '/') + ".class";
            try (InputStream stream = Objects.requireNonNull(key.getResourceAsStream(file), file)) {
                ClassNode node = new ClassNode();
                new ClassReader(stream).accept(node, ClassReader.SKIP_CODE);
                return node;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
