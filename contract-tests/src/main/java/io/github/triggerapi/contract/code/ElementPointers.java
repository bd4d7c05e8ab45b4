package io.github.triggerapi.contract.code;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The JSON Pointers of the elements and references in Swagger Parser's model, which does not record them. */
final class ElementPointers {

    private final Map<Object, String> pointers = new IdentityHashMap<>();
    private final Map<String, Object> elements = new HashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();

    /** @param definitions the schemas in {@code $defs} by their pointers */
    ElementPointers(OpenAPI openApi, Map<String, Schema<?>> definitions) {
        definitions.forEach(this::schema);
        if (openApi.getPaths() != null) {
            openApi.getPaths().forEach((path, item) -> path("#/paths/" + Location.escaped(path), item));
        }
        if (openApi.getComponents() != null) {
            each("#/components/pathItems", openApi.getComponents().getPathItems(), this::path);
            each("#/components/schemas", openApi.getComponents().getSchemas(), this::schema);
            each("#/components/parameters", openApi.getComponents().getParameters(), this::parameter);
            each("#/components/requestBodies", openApi.getComponents().getRequestBodies(), this::body);
            each("#/components/responses", openApi.getComponents().getResponses(), this::response);
        }
    }

    /** Returns the JSON Pointer of an element of the model. */
    String of(Object part) {
        return Objects.requireNonNull(pointers.get(part), () -> "not a part of the document: " + part);
    }

    /** Returns the element that a reference leads to; null if the model has none. */
    @Nullable
    Object element(String reference) {
        Object element = elements.get(reference);
        return element == null && reference.matches("([^%]|%[0-9A-Fa-f]{2})*")
                ? elements.get(URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8))
                : element;
    }

    /** Returns the target of each reference, by the pointer of the object that contains it. */
    Map<String, String> references() {
        return references;
    }

    private void path(String pointer, PathItem item) {
        put(pointer, item, item.get$ref());
        each(pointer + "/parameters", item.getParameters(), this::parameter);
        item.readOperationsMap()
                .forEach((httpMethod, operation) ->
                        operation(pointer + "/" + httpMethod.name().toLowerCase(Locale.ROOT), operation));
    }

    private void operation(String pointer, Operation operation) {
        pointers.put(operation, pointer);
        each(pointer + "/parameters", operation.getParameters(), this::parameter);
        if (operation.getRequestBody() != null) {
            body(pointer + "/requestBody", operation.getRequestBody());
        }
        each(pointer + "/responses", operation.getResponses(), this::response);
    }

    private void parameter(String pointer, Parameter parameter) {
        put(pointer, parameter, parameter.get$ref());
        schema(pointer + "/schema", parameter.getSchema());
        content(pointer, parameter.getContent());
    }

    private void body(String pointer, RequestBody body) {
        put(pointer, body, body.get$ref());
        content(pointer, body.getContent());
    }

    private void response(String pointer, ApiResponse response) {
        put(pointer, response, response.get$ref());
        content(pointer, response.getContent());
    }

    private void content(String pointer, @Nullable Content content) {
        each(pointer + "/content", content, (at, media) -> schema(at + "/schema", media.getSchema()));
    }

    private void schema(String pointer, @Nullable Object node) {
        if (!(node instanceof Schema<?> schema)) {
            return;
        }
        put(pointer, schema, schema.get$ref());
        each(pointer + "/properties", schema.getProperties(), this::schema);
        schema(pointer + "/items", schema.getItems());
        schema(pointer + "/additionalProperties", schema.getAdditionalProperties());
        each(pointer + "/allOf", schema.getAllOf(), this::schema);
        each(pointer + "/oneOf", schema.getOneOf(), this::schema);
        each(pointer + "/anyOf", schema.getAnyOf(), this::schema);
    }

    private void put(String pointer, Object part, @Nullable String reference) {
        pointers.put(part, pointer);
        elements.put(pointer, part);
        if (reference != null) {
            references.put(pointer, reference);
        }
    }

    private static <T> void each(String pointer, @Nullable Map<String, T> parts, BiConsumer<String, T> action) {
        if (parts != null) {
            parts.forEach((name, part) -> action.accept(pointer + "/" + Location.escaped(name), part));
        }
    }

    private static <T> void each(String pointer, @Nullable List<T> parts, BiConsumer<String, T> action) {
        for (int i = 0; parts != null && i < parts.size(); i++) {
            action.accept(pointer + "/" + i, parts.get(i));
        }
    }
}
