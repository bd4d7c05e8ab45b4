package io.github.triggerapi.codegen.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Java names for what the document names. The same name always gives the same result, whatever stands beside it. */
public final class Names {

    /** Methods that every generated class has, or inherits. */
    private static final Set<String> METHODS = Set.of(
            "additionalProperties",
            "build",
            "builder",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "putAdditionalProperty",
            "toBuilder",
            "toString",
            "wait");

    /** Classes that generated code uses by their short names. */
    private static final Set<String> CLASSES = Set.of(
            "AbstractMap",
            "AbstractSet",
            "Any",
            "AnyAdapter",
            "ApiDocument",
            "Apis",
            "ArithmeticException",
            "ArrayList",
            "ArrayNode",
            "Arrays",
            "AssertTrue",
            "BadRequestException",
            "BeanParam",
            "BiConsumer",
            "BigDecimal",
            "Body",
            "Boolean",
            "Builder",
            "Call",
            "Class",
            "Collections",
            "Consumes",
            "ContainerRequestContext",
            "ContainerResponseContext",
            "ContainerResponseFilter",
            "Context",
            "DELETE",
            "DateTimeException",
            "DateTimeFormatter",
            "DateTimes",
            "DecimalMax",
            "DecimalMin",
            "DecimalNode",
            "DeepObject",
            "DeepObjects",
            "Deprecated",
            "DeserializationContext",
            "DeserializationFeature",
            "Documented",
            "DocumentedResponse",
            "Double",
            "ElementType",
            "EntityPart",
            "Enum",
            "ExactTree",
            "FormParam",
            "Function",
            "FunctionalInterface",
            "GET",
            "Generated",
            "Gson",
            "GsonBuilder",
            "HEAD",
            "HTTP",
            "HashSet",
            "HeaderMap",
            "HeaderParam",
            "Headers",
            "IOException",
            "IllegalStateException",
            "InputStream",
            "Integer",
            "Iterable",
            "Iterator",
            "JavaType",
            "Json",
            "JsonAdapter",
            "JsonAnyGetter",
            "JsonAnySetter",
            "JsonArray",
            "JsonAutoDetect",
            "JsonCreator",
            "JsonDeserialize",
            "JsonElement",
            "JsonGenerator",
            "JsonInclude",
            "JsonNode",
            "JsonNodeFactory",
            "JsonNull",
            "JsonObject",
            "JsonPOJOBuilder",
            "JsonParser",
            "JsonProcessingException",
            "JsonProperty",
            "JsonReader",
            "JsonSerialize",
            "JsonSetter",
            "JsonShape",
            "JsonSyntaxException",
            "JsonToken",
            "JsonTypes",
            "JsonValue",
            "JsonWriter",
            "KNOWN",
            "Kind",
            "Limits",
            "LinkedHashMap",
            "List",
            "ListAdapter",
            "Long",
            "Map",
            "MapAdapter",
            "Max",
            "Member",
            "Members",
            "Min",
            "MismatchedInputException",
            "Multipart",
            "MultipartBody",
            "MultivaluedMap",
            "NotNull",
            "NullMarked",
            "NullNode",
            "Nullable",
            "Nulls",
            "Number",
            "NumberFormatException",
            "OPTIONS",
            "Object",
            "ObjectAdapter",
            "ObjectMapper",
            "ObjectNode",
            "Objects",
            "OffsetDateTime",
            "Override",
            "PATCH",
            "POST",
            "PUT",
            "ParameterMap",
            "Part",
            "Path",
            "PathParam",
            "Pattern",
            "Predicate",
            "Produces",
            "QueryMap",
            "QueryParam",
            "Record",
            "Repeatable",
            "RequestBody",
            "ResourceInfo",
            "Response",
            "ResponseBody",
            "Retention",
            "RetentionPolicy",
            "SafeVarargs",
            "Secured",
            "SerializerProvider",
            "ServerErrorException",
            "Set",
            "Size",
            "StdDeserializer",
            "StdScalarDeserializer",
            "StdScalarSerializer",
            "String",
            "StringBuilder",
            "StringJoiner",
            "SuccessStatus",
            "Supplier",
            "SuppressWarnings",
            "System",
            "Target",
            "TextAdapter",
            "Thread",
            "TriggerApis",
            "TypeAdapter",
            "TypeAdapterFactory",
            "TypeReference",
            "TypeToken",
            "UnionAdapter",
            "UnionDeserializer",
            "Unknown",
            "UnknownValue",
            "UriInfo",
            "Valid",
            "Value",
            "Visibility",
            "Void");

    private Names() {}

    /** A class name, as in {@code TriggerTaskRequestBody}. */
    public static String type(String name) {
        String pascal = start(pascal(name));
        return CLASSES.contains(pascal) ? pascal + "Model" : pascal;
    }

    /** What the classes of an operation's parts are named after. */
    public static String owner(String operationId) {
        return start(pascal(operationId));
    }

    /** The class of an operation's query and header parameters. */
    public static String parameters(String operationId) {
        return type(operationId + "Parameters");
    }

    /** The interface of a tag. */
    public static String api(String tag) {
        return type(tag + "Api");
    }

    /** The same, unless it cannot be the start of a class name. */
    private static String start(String pascal) {
        return pascal.isEmpty() || !Character.isJavaIdentifierStart(pascal.charAt(0)) ? "Value" + pascal : pascal;
    }

    /** The name of a field, a method or a parameter, as in {@code concurrencyLimit}. */
    public static String member(String name) {
        String pascal = pascal(name).isEmpty() ? "Value" : pascal(name);
        String camel = pascal.equals(pascal.toUpperCase(Locale.ROOT))
                ? pascal.toLowerCase(Locale.ROOT)
                : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
        if (!Character.isJavaIdentifierStart(camel.charAt(0))) {
            camel = "_" + camel;
        }
        return METHODS.contains(camel) || SourceVersion.isKeyword(camel) ? camel + "_" : camel;
    }

    /** The name of a constant, as in {@code PENDING_VERSION}. */
    public static String constant(String text) {
        String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
        if (spaced.isEmpty()) {
            return text.isEmpty() ? "EMPTY" : "VALUE";
        }
        return Character.isJavaIdentifierStart(spaced.charAt(0)) ? spaced : "_" + spaced;
    }

    /** Words run together, each with a capital; capitals inside a word stay. */
    public static String pascal(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
