package io.github.triggerapi.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.server.model.QueueOptions;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** Messages have the places of values in the request. */
class ViolationsTest {

    /** A resource whose parameters are wrong. */
    @Path("/")
    public static class Resource {
        public void limit(@QueryParam("limit") @Max(10) Long limit) {}

        public void body(@NotNull QueueOptions body) {}

        public void lists(@Valid Map<String, List<@Valid Item>> body) {}

        public void values(Map<String, @NotNull String> body) {}

        public void item(@Valid Item body) {}
    }

    /** A part of a body. */
    public static class Item {
        @Max(1)
        @SuppressWarnings("unused")
        private final long size = 2;

        @Valid
        private final Map<String, @Valid Item> parts;

        Item(Map<String, Item> parts) {
            this.parts = parts;
        }
    }

    private static String message(String method, Object argument) throws ReflectiveOperationException {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Method handler = Arrays.stream(Resource.class.getDeclaredMethods())
                    .filter(declared -> declared.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
            return Violations.message(new ConstraintViolationException(factory.getValidator()
                    .forExecutables()
                    .validateParameters(new Resource(), handler, new Object[] {argument})));
        }
    }

    @Test
    void nameTheParameterOrTheMember() throws ReflectiveOperationException {
        Item item = new Item(Map.of());
        assertThat(message("limit", 11L)).isEqualTo("Validation error: limit must be less than or equal to 10");
        assertThat(message("body", null)).isEqualTo("Validation error: the body must not be null");
        assertThat(message("item", item)).isEqualTo("Validation error: size must be less than or equal to 1");
    }

    @Test
    void keepKeysWithDotsAndBrackets() throws ReflectiveOperationException {
        Item item = new Item(Map.of());
        assertThat(message("lists", Map.of("a.b<c>", List.of(item))))
                .isEqualTo("Validation error: [a.b<c>][0].size must be less than or equal to 1");
        assertThat(message("values", Collections.singletonMap("a.b.c", null)))
                .isEqualTo("Validation error: [a.b.c] must not be null");
        assertThat(message("item", new Item(Map.of("a.b", item))))
                .isEqualTo("Validation error: parts[a.b].size must be less than or equal to 1; "
                        + "size must be less than or equal to 1");
    }
}
