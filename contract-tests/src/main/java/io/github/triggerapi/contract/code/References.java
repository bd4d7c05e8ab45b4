package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SwaggerSpec.Resolved;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resolves references to the components of a document. */
final class References {

    private final Components components;
    private final ElementPointers pointers;

    References(Components components, ElementPointers pointers) {
        this.components = components;
        this.pointers = pointers;
    }

    /** Returns the references without a target, by the pointer of the object that contains them. */
    Map<String, String> dangling() {
        Map<String, String> dangling = new LinkedHashMap<>();
        pointers.references().forEach((at, reference) -> {
            if (pointers.element(reference) == null) {
                dangling.put(at, reference);
            }
        });
        return dangling;
    }

    /** Returns the named schemas of the spec. */
    @SuppressWarnings("rawtypes") // As in Swagger Parser's model.
    Map<String, Schema> schemas() {
        return orEmpty(components.getSchemas());
    }

    /** Returns the target of the references of a schema, or the schema itself. */
    Schema<?> resolve(Schema<?> schema) {
        List<Schema<?>> chain = chain(schema);
        return chain.get(chain.size() - 1);
    }

    /** Returns a schema followed by the targets of its references. */
    List<Schema<?>> chain(Schema<?> schema) {
        List<Schema<?>> chain = new ArrayList<>();
        chain.add(schema);
        for (Schema<?> current = schema; current.get$ref() != null; chain.add(current)) {
            current = (Schema<?>) target(current.get$ref());
        }
        return chain;
    }

    Resolved<PathItem> resolve(PathItem item) {
        return follow(item, PathItem::get$ref);
    }

    Resolved<Parameter> resolve(Parameter parameter) {
        return follow(parameter, Parameter::get$ref);
    }

    Resolved<RequestBody> resolve(RequestBody body) {
        return follow(body, RequestBody::get$ref);
    }

    Resolved<ApiResponse> resolve(ApiResponse response) {
        return follow(response, ApiResponse::get$ref);
    }

    @SuppressWarnings("unchecked") // The target of a reference is an element of the same kind.
    private <T> Resolved<T> follow(T start, Function<T, @Nullable String> reference) {
        List<String> elements = new ArrayList<>();
        T current = start;
        elements.add(pointers.of(current));
        for (String next = reference.apply(current); next != null; next = reference.apply(current)) {
            current = (T) target(next);
            elements.add(pointers.of(current));
        }
        return new Resolved<>(current, elements);
    }

    private Object target(String reference) {
        return Objects.requireNonNull(pointers.element(reference), reference);
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
