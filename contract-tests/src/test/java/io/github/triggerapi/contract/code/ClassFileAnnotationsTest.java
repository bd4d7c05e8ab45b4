package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.internal.json.Constraints;
import io.github.triggerapi.client.internal.json.JsonMember;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassFileAnnotationsTest {

    @Constraints("minProperties=1")
    private abstract static class Annotated {

        @JsonMember(value = "a", required = true)
        private final @Nullable @Constraints({"minItems=1", "pattern=a=b"}) List<@Constraints("maxLength=2") String>
                field = List.of();

        private final List<String> plain = List.of();

        abstract @Constraints("minItems=3") List<@Constraints("maxLength=4") String> method(
                String first, List<Map<String, @Constraints("maximum=5") Long>> second);
    }

    private record Component(@Constraints("maxLength=6") String value) {}

    @Test
    void readsTheLimitsOfClasses() {
        assertThat(ConstraintKeywords.of(ClassFileAnnotations.of(Annotated.class)))
                .isEqualTo(Map.of("minProperties", "1"));
        assertThat(ConstraintKeywords.of(ClassFileAnnotations.of(Component.class)))
                .isEmpty();
    }

    @Test
    void readsTheLimitsOfFieldsAndComponents() {
        AnnotatedType type = ClassFileAnnotations.type(field("field"));

        assertThat(ConstraintKeywords.of(type)).isEqualTo(Map.of("minItems", "1", "pattern", "a=b"));
        assertThat(ConstraintKeywords.of(argument(type))).isEqualTo(Map.of("maxLength", "2"));
        assertThat(type.isAnnotationPresent(Nullable.class)).isTrue();
        assertThat(ConstraintKeywords.of(ClassFileAnnotations.type(field("plain"))))
                .isEmpty();
        assertThat(ConstraintKeywords.of(
                        ClassFileAnnotations.type(Component.class.getRecordComponents()[0])))
                .isEqualTo(Map.of("maxLength", "6"));
    }

    @Test
    void readsTheLimitsOfMethods() throws NoSuchMethodException {
        Method method = Annotated.class.getDeclaredMethod("method", String.class, List.class);

        AnnotatedType returned = ClassFileAnnotations.returnType(method);
        AnnotatedType first = ClassFileAnnotations.type(method.getParameters()[0]);
        AnnotatedType second = ClassFileAnnotations.type(method.getParameters()[1]);

        assertThat(ConstraintKeywords.of(returned)).isEqualTo(Map.of("minItems", "3"));
        assertThat(ConstraintKeywords.of(argument(returned))).isEqualTo(Map.of("maxLength", "4"));
        assertThat(ConstraintKeywords.of(first)).isEmpty();
        AnnotatedParameterizedType map = (AnnotatedParameterizedType) argument(second);
        assertThat(ConstraintKeywords.of(map.getAnnotatedActualTypeArguments()[1]))
                .isEqualTo(Map.of("maximum", "5"));
    }

    @Test
    void readsTheMembersOfFields() {
        assertThat(ClassFileAnnotations.of(field("field"), JsonMember.class))
                .hasValueSatisfying(values ->
                        assertThat(values).containsOnly(Map.entry("value", "a"), Map.entry("required", true)));
        assertThat(ClassFileAnnotations.of(field("plain"), JsonMember.class)).isEmpty();
    }

    private static Field field(String name) {
        return JavaMember.field(Annotated.class, name);
    }

    private static AnnotatedType argument(AnnotatedType type) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
    }
}
