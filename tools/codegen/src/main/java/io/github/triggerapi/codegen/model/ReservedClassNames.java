package io.github.triggerapi.codegen.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that generated code refers to by their simple names, which no class of a schema may have. */
public final class ReservedClassNames {

    private static final List<String> BOTH = List.of(
            "java.math.BigDecimal",
            "java.time.OffsetDateTime",
            "java.util.LinkedHashMap",
            "java.util.List",
            "java.util.Map",
            "java.util.Objects",
            "java.util.function.Consumer",
            "javax.annotation.processing.Generated",
            "org.jspecify.annotations.NullMarked",
            "org.jspecify.annotations.Nullable");

    /** The qualified names of classes that the client's code may import. */
    public static final List<String> CLIENT = concat(
            BOTH,
            List.of(
                    "com.fasterxml.jackson.annotation.JsonCreator",
                    "com.fasterxml.jackson.annotation.JsonValue",
                    "com.google.errorprone.annotations.CheckReturnValue",
                    "com.google.gson.JsonElement",
                    "com.google.gson.JsonNull",
                    "com.google.gson.JsonObject",
                    "com.google.gson.JsonParseException",
                    "com.google.gson.annotations.JsonAdapter",
                    "com.google.gson.reflect.TypeToken",
                    "io.github.triggerapi.client.api.DocumentedResponse",
                    "io.github.triggerapi.client.api.Secured",
                    "io.github.triggerapi.client.api.SentTo",
                    "io.github.triggerapi.client.api.SecurityScheme",
                    "io.github.triggerapi.client.call.ApiCall",
                    "io.github.triggerapi.client.call.PagedItems",
                    "io.github.triggerapi.client.call.Polling",
                    "io.github.triggerapi.client.value.DateTimes",
                    "io.github.triggerapi.client.value.Durations",
                    "java.time.Duration",
                    "java.time.Instant",
                    "io.github.triggerapi.client.internal.json.VariantCondition",
                    "io.github.triggerapi.client.internal.json.JacksonForm",
                    "io.github.triggerapi.client.internal.json.JsonType",
                    "io.github.triggerapi.client.internal.json.Constraints",
                    "io.github.triggerapi.client.internal.json.JsonMember",
                    "io.github.triggerapi.client.internal.json.ModelSupport",
                    "io.github.triggerapi.client.internal.json.ObjectAdapter",
                    "io.github.triggerapi.client.internal.json.ParameterEntries",
                    "io.github.triggerapi.client.internal.json.StringAdapter",
                    "io.github.triggerapi.client.internal.json.UnionAdapter",
                    "java.util.AbstractMap",
                    "java.util.Set",
                    "java.util.concurrent.CompletableFuture",
                    "okhttp3.MultipartBody",
                    "okhttp3.RequestBody",
                    "okhttp3.ResponseBody",
                    "retrofit2.http.Body",
                    "retrofit2.http.DELETE",
                    "retrofit2.http.FieldMap",
                    "retrofit2.http.FormUrlEncoded",
                    "retrofit2.http.GET",
                    "retrofit2.http.HEAD",
                    "retrofit2.http.HTTP",
                    "retrofit2.http.HeaderMap",
                    "retrofit2.http.Headers",
                    "retrofit2.http.Multipart",
                    "retrofit2.http.OPTIONS",
                    "retrofit2.http.PATCH",
                    "retrofit2.http.POST",
                    "retrofit2.http.PUT",
                    "retrofit2.http.Part",
                    "retrofit2.http.Path",
                    "retrofit2.http.QueryMap"));

    /** The qualified names of classes that the code of the stubs may import. */
    public static final List<String> SERVER = concat(
            BOTH,
            List.of(
                    "com.fasterxml.jackson.annotation.JsonAnyGetter",
                    "com.fasterxml.jackson.annotation.JsonAnySetter",
                    "com.fasterxml.jackson.annotation.JsonAutoDetect",
                    "com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility",
                    "com.fasterxml.jackson.annotation.JsonCreator",
                    "com.fasterxml.jackson.annotation.JsonInclude",
                    "com.fasterxml.jackson.annotation.JsonProperty",
                    "com.fasterxml.jackson.annotation.JsonSetter",
                    "com.fasterxml.jackson.annotation.JsonValue",
                    "com.fasterxml.jackson.annotation.Nulls",
                    "com.fasterxml.jackson.core.type.TypeReference",
                    "com.fasterxml.jackson.databind.JsonNode",
                    "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
                    "com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder",
                    "com.fasterxml.jackson.databind.annotation.JsonSerialize",
                    "com.fasterxml.jackson.databind.node.NullNode",
                    "com.fasterxml.jackson.databind.node.ObjectNode",
                    "io.github.triggerapi.server.api.DocumentedResponse",
                    "io.github.triggerapi.server.api.DocumentedSuccess",
                    "io.github.triggerapi.server.api.Secured",
                    "io.github.triggerapi.server.api.SecurityScheme",
                    "io.github.triggerapi.server.internal.json.DateTimeDeserializer",
                    "io.github.triggerapi.server.internal.json.DateTimeSerializer",
                    "io.github.triggerapi.server.internal.json.DateTimes",
                    "io.github.triggerapi.server.internal.json.DeepObject",
                    "io.github.triggerapi.server.internal.json.DeepObjectReader",
                    "io.github.triggerapi.server.internal.json.ExactTreeDeserializer",
                    "io.github.triggerapi.server.internal.json.VariantCondition",
                    "io.github.triggerapi.server.internal.json.Constraints",
                    "io.github.triggerapi.server.internal.json.ModelSupport",
                    "io.github.triggerapi.server.internal.json.ObjectMembers",
                    "io.github.triggerapi.server.internal.json.ParameterReader",
                    "io.github.triggerapi.server.internal.json.UnionDeserializer",
                    "jakarta.validation.Valid",
                    "jakarta.validation.constraints.AssertTrue",
                    "jakarta.validation.constraints.DecimalMax",
                    "jakarta.validation.constraints.DecimalMin",
                    "jakarta.validation.constraints.Max",
                    "jakarta.validation.constraints.Min",
                    "jakarta.validation.constraints.NotNull",
                    "jakarta.validation.constraints.Pattern",
                    "jakarta.validation.constraints.Size",
                    "jakarta.ws.rs.BeanParam",
                    "jakarta.ws.rs.Consumes",
                    "jakarta.ws.rs.CookieParam",
                    "jakarta.ws.rs.Encoded",
                    "jakarta.ws.rs.DELETE",
                    "jakarta.ws.rs.FormParam",
                    "jakarta.ws.rs.GET",
                    "jakarta.ws.rs.HEAD",
                    "jakarta.ws.rs.HeaderParam",
                    "jakarta.ws.rs.OPTIONS",
                    "jakarta.ws.rs.PATCH",
                    "jakarta.ws.rs.POST",
                    "jakarta.ws.rs.PUT",
                    "jakarta.ws.rs.Path",
                    "jakarta.ws.rs.PathParam",
                    "jakarta.ws.rs.Produces",
                    "jakarta.ws.rs.QueryParam",
                    "jakarta.ws.rs.ServerErrorException",
                    "jakarta.ws.rs.core.Context",
                    "jakarta.ws.rs.core.EntityPart",
                    "jakarta.ws.rs.core.UriInfo",
                    "java.io.InputStream"));

    private static final List<String> WITHOUT_IMPORT = List.of(
            "java.lang.Boolean",
            "java.lang.Class",
            "java.lang.Deprecated",
            "java.lang.IllegalStateException",
            "java.lang.Long",
            "java.lang.Object",
            "java.lang.Override",
            "java.lang.String",
            "java.lang.Void",
            // Generated from every document.
            "Adapter",
            "ApiDocument",
            "Apis",
            "Builder",
            "KNOWN",
            "Kind",
            "ResponseHeaders",
            "SecuritySchemes",
            "TriggerApis",
            "Unknown",
            "UnknownValue");

    private static final Set<String> SIMPLE_NAMES = Stream.of(CLIENT, SERVER, WITHOUT_IMPORT)
            .flatMap(List::stream)
            .map(ReservedClassNames::simpleName)
            .collect(Collectors.toUnmodifiableSet());

    private ReservedClassNames() {}

    /** Returns the part of a qualified name after the last dot. */
    public static String simpleName(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    static boolean hasSimpleName(String name) {
        return SIMPLE_NAMES.contains(name);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
