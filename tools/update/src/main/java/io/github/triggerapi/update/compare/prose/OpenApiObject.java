package io.github.triggerapi.update.compare.prose;

import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Subschemas;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of objects in an OpenAPI document, with the keywords that have a meaning. All others are descriptions. */
enum OpenApiObject {
    ROOT,
    INFO,
    SERVER,
    TAG,
    PATH,
    OPERATION,
    PARAMETER,
    BODY,
    MEDIA,
    RESPONSE,
    HEADER,
    SCHEMA,
    COMPONENTS,
    SECURITY_SCHEME;

    /** The objects under a keyword: one, a list, or a map by names. */
    record Inner(OpenApiObject kind, Subschemas holder) {}

    /** The objects under keywords of other objects than schemas. */
    private static final Map<String, Inner> INNER = Map.ofEntries(
            Map.entry("components", new Inner(COMPONENTS, Subschemas.ONE)),
            Map.entry("content", new Inner(MEDIA, Subschemas.MAP)),
            Map.entry("headers", new Inner(HEADER, Subschemas.MAP)),
            Map.entry("info", new Inner(INFO, Subschemas.ONE)),
            Map.entry("requestBodies", new Inner(BODY, Subschemas.MAP)),
            Map.entry("requestBody", new Inner(BODY, Subschemas.ONE)),
            Map.entry("responses", new Inner(RESPONSE, Subschemas.MAP)),
            Map.entry("schema", new Inner(SCHEMA, Subschemas.ONE)),
            Map.entry("schemas", new Inner(SCHEMA, Subschemas.MAP)),
            Map.entry("securitySchemes", new Inner(SECURITY_SCHEME, Subschemas.MAP)));

    /** The keywords with a meaning for programs, which are compared elsewhere. */
    private static final Map<OpenApiObject, Set<String>> MEANING = Map.of(
            ROOT, Set.of("paths", "security"),
            SERVER, Set.of("url"),
            OPERATION, Set.of("operationId", "security", "tags"),
            PARAMETER, Set.of("$ref", "name", "in", "required", "style", "explode", "allowReserved", "allowEmptyValue"),
            BODY, Set.of("$ref", "required"),
            RESPONSE, Set.of("$ref"),
            HEADER, Set.of("$ref", "required"),
            SECURITY_SCHEME, Set.of("type", "scheme", "in", "name", "flows", "openIdConnectUrl"));

    /** Returns the objects under a keyword; null if its value is not an object of OpenAPI. */
    @Nullable
    Inner inner(String keyword) {
        if (this == SCHEMA) {
            Subschemas holder =
                    SchemaKeyword.of(keyword).map(SchemaKeyword::subschemas).orElse(Subschemas.NONE);
            return holder == Subschemas.NONE ? null : new Inner(SCHEMA, holder);
        }
        return switch (keyword) {
            case "parameters" -> new Inner(PARAMETER, this == COMPONENTS ? Subschemas.MAP : Subschemas.LIST);
            case "servers" -> new Inner(SERVER, Subschemas.LIST);
            // Operations have tags by their names.
            case "tags" -> this == ROOT ? new Inner(TAG, Subschemas.LIST) : null;
            default -> INNER.get(keyword);
        };
    }

    boolean hasMeaning(String keyword) {
        if (this == SCHEMA) {
            return !SchemaKeyword.isProse(keyword);
        }
        return MEANING.getOrDefault(this, Set.of()).contains(keyword)
                || this == PATH && HttpMethods.ALL.contains(keyword);
    }
}
