package io.github.triggerapi.codegen.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imports that the body of a class needs, found by the names it uses. */
final class Imports {

    private static final Pattern NOT_CODE = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'(?:\\\\.|[^'\\\\])'|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link ([A-Z]\\w*)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

    private static final List<String> JDK = List.of(
            "java.io.IOException",
            "java.lang.annotation.Documented",
            "java.lang.annotation.ElementType",
            "java.lang.annotation.Repeatable",
            "java.lang.annotation.Retention",
            "java.lang.annotation.RetentionPolicy",
            "java.lang.annotation.Target",
            "java.math.BigDecimal",
            "java.time.DateTimeException",
            "java.time.OffsetDateTime",
            "java.time.format.DateTimeFormatter",
            "java.util.AbstractMap",
            "java.util.AbstractSet",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Collections",
            "java.util.HashSet",
            "java.util.Iterator",
            "java.util.LinkedHashMap",
            "java.util.List",
            "java.util.Map",
            "java.util.Objects",
            "java.util.Set",
            "java.util.StringJoiner",
            "java.util.function.BiConsumer",
            "java.util.function.Function",
            "java.util.function.Predicate",
            "java.util.function.Supplier",
            "org.jspecify.annotations.NullMarked",
            "org.jspecify.annotations.Nullable");

    private static final List<String> CLIENT = List.of(
            "com.google.gson.Gson",
            "com.google.gson.GsonBuilder",
            "com.google.gson.JsonElement",
            "com.google.gson.JsonNull",
            "com.google.gson.JsonObject",
            "com.google.gson.JsonSyntaxException",
            "com.google.gson.TypeAdapter",
            "com.google.gson.TypeAdapterFactory",
            "com.google.gson.annotations.JsonAdapter",
            "com.google.gson.reflect.TypeToken",
            "com.google.gson.stream.JsonReader",
            "com.google.gson.stream.JsonToken",
            "com.google.gson.stream.JsonWriter",
            "okhttp3.MultipartBody",
            "okhttp3.RequestBody",
            "okhttp3.ResponseBody",
            "retrofit2.Call",
            "retrofit2.http.Body",
            "retrofit2.http.DELETE",
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
            "retrofit2.http.QueryMap");

    private static final List<String> SERVER = List.of(
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
            "com.fasterxml.jackson.core.JsonGenerator",
            "com.fasterxml.jackson.core.JsonParser",
            "com.fasterxml.jackson.core.JsonProcessingException",
            "com.fasterxml.jackson.core.JsonToken",
            "com.fasterxml.jackson.core.type.TypeReference",
            "com.fasterxml.jackson.databind.DeserializationContext",
            "com.fasterxml.jackson.databind.DeserializationFeature",
            "com.fasterxml.jackson.databind.JavaType",
            "com.fasterxml.jackson.databind.JsonNode",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.databind.SerializerProvider",
            "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
            "com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder",
            "com.fasterxml.jackson.databind.annotation.JsonSerialize",
            "com.fasterxml.jackson.databind.deser.std.StdDeserializer",
            "com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer",
            "com.fasterxml.jackson.databind.exc.MismatchedInputException",
            "com.fasterxml.jackson.databind.node.ArrayNode",
            "com.fasterxml.jackson.databind.node.DecimalNode",
            "com.fasterxml.jackson.databind.node.JsonNodeFactory",
            "com.fasterxml.jackson.databind.node.NullNode",
            "com.fasterxml.jackson.databind.node.ObjectNode",
            "com.fasterxml.jackson.databind.ser.std.StdScalarSerializer",
            "jakarta.validation.Valid",
            "jakarta.validation.constraints.AssertTrue",
            "jakarta.validation.constraints.DecimalMax",
            "jakarta.validation.constraints.DecimalMin",
            "jakarta.validation.constraints.Max",
            "jakarta.validation.constraints.Min",
            "jakarta.validation.constraints.NotNull",
            "jakarta.validation.constraints.Pattern",
            "jakarta.validation.constraints.Size",
            "jakarta.ws.rs.BadRequestException",
            "jakarta.ws.rs.BeanParam",
            "jakarta.ws.rs.Consumes",
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
            "jakarta.ws.rs.container.ContainerRequestContext",
            "jakarta.ws.rs.container.ContainerResponseContext",
            "jakarta.ws.rs.container.ContainerResponseFilter",
            "jakarta.ws.rs.container.ResourceInfo",
            "jakarta.ws.rs.core.Context",
            "jakarta.ws.rs.core.EntityPart",
            "jakarta.ws.rs.core.MultivaluedMap",
            "jakarta.ws.rs.core.UriInfo",
            "java.io.InputStream");

    private final Map<String, String> known = new HashMap<>();

    Imports(Target target, String modelPackage, Set<String> modelClasses) {
        JDK.forEach(this::add);
        (target == Target.CLIENT ? CLIENT : SERVER).forEach(this::add);
        modelClasses.forEach(name -> add(modelPackage + "." + name));
    }

    private void add(String qualified) {
        known.put(qualified.substring(qualified.lastIndexOf('.') + 1), qualified);
    }

    /** The short names of all that may be imported. */
    Set<String> names() {
        return known.keySet();
    }

    /** The imports of a class in a package, in order. */
    List<String> of(String body, String packageName) {
        Set<String> imports = new TreeSet<>();
        collect(NAME.matcher(NOT_CODE.matcher(body).replaceAll(" ")), 0, packageName, imports);
        collect(LINK.matcher(body), 1, packageName, imports);
        return List.copyOf(imports);
    }

    private void collect(Matcher names, int group, String packageName, Set<String> imports) {
        while (names.find()) {
            String qualified = known.get(names.group(group));
            if (qualified != null
                    && !qualified.substring(0, qualified.lastIndexOf('.')).equals(packageName)) {
                imports.add(qualified);
            }
        }
    }
}
