package io.github.triggerapi.update.compare.prose;

import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
    SECURITY_SCHEME,
    /** Any value without a meaning for programs. */
    PROSE;

    /** The objects under a keyword. */
    record Inner(OpenApiObject kind, Holder holder) {}

    /** Whether a keyword has an object, a list of objects, or a map of objects by name. */
    enum Holder {
        ONE,
        LIST,
        MAP
    }

    private static final Inner CONTENT = new Inner(MEDIA, Holder.MAP);

    private static final Map<OpenApiObject, Map<String, Inner>> INNER = Map.of(
            ROOT,
            Map.of(
                    "info", new Inner(INFO, Holder.ONE),
                    "servers", new Inner(SERVER, Holder.LIST),
                    "tags", new Inner(TAG, Holder.LIST),
                    "components", new Inner(COMPONENTS, Holder.ONE)),
            PATH,
            Map.of("parameters", new Inner(PARAMETER, Holder.LIST)),
            OPERATION,
            Map.of(
                    "parameters", new Inner(PARAMETER, Holder.LIST),
                    "requestBody", new Inner(BODY, Holder.ONE),
                    "responses", new Inner(RESPONSE, Holder.MAP)),
            PARAMETER,
            Map.of("schema", new Inner(SCHEMA, Holder.ONE)),
            BODY,
            Map.of("content", CONTENT),
            MEDIA,
            Map.of("schema", new Inner(SCHEMA, Holder.ONE)),
            RESPONSE,
            Map.of("content", CONTENT, "headers", new Inner(HEADER, Holder.MAP)),
            HEADER,
            Map.of("schema", new Inner(SCHEMA, Holder.ONE)),
            SCHEMA,
            subschemas(),
            COMPONENTS,
            Map.of(
                    "schemas", new Inner(SCHEMA, Holder.MAP),
                    "parameters", new Inner(PARAMETER, Holder.MAP),
                    "requestBodies", new Inner(BODY, Holder.MAP),
                    "responses", new Inner(RESPONSE, Holder.MAP),
                    "headers", new Inner(HEADER, Holder.MAP),
                    "securitySchemes", new Inner(SECURITY_SCHEME, Holder.MAP)));

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

    private static Map<String, Inner> subschemas() {
        Map<String, Inner> inner = new HashMap<>();
        for (SchemaKeyword keyword : SchemaKeyword.values()) {
            switch (keyword.subschemas()) {
                case ONE -> inner.put(keyword.keyword(), new Inner(SCHEMA, Holder.ONE));
                case LIST -> inner.put(keyword.keyword(), new Inner(SCHEMA, Holder.LIST));
                case MAP -> inner.put(keyword.keyword(), new Inner(SCHEMA, Holder.MAP));
                case NONE -> {}
            }
        }
        return inner;
    }

    Map<String, Inner> inner() {
        return INNER.getOrDefault(this, Map.of());
    }

    boolean hasMeaning(String keyword) {
        if (this == SCHEMA) {
            return !SchemaKeyword.isProse(keyword);
        }
        return MEANING.getOrDefault(this, Set.of()).contains(keyword)
                || this == PATH && HttpMethods.ALL.contains(keyword);
    }
}
