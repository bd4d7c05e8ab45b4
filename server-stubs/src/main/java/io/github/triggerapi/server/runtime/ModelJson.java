package io.github.triggerapi.server.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.triggerapi.server.api.Apis;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes models, lists and maps of them, JSON trees, numbers, booleans and errors. So they do not depend on the mapper of the application, nor on whether
 * the runtime has Jackson or another library for JSON.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public final class ModelJson implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule().addDeserializer(Long.class, new WholeNumber()))
            .build();

    /** The package of the models. */
    static final String MODELS = Apis.class.getPackageName().replaceFirst("api$", "model");

    /** What bodies and their items may be beside models. A string alone is text to JAX-RS. */
    private static final Set<Class<?>> PLAIN = Set.of(BigDecimal.class, Boolean.class, Long.class);

    private final ErrorBodies errors;

    /** Called by runtimes that find providers by their annotation. */
    public ModelJson() {
        this(ErrorBodies.ofSpec());
    }

    ModelJson(ErrorBodies errors) {
        this.errors = errors;
    }

    /** Reads integers, which JSON may have as 5.0, and rejects fractions, which Jackson cuts off. */
    private static final class WholeNumber extends StdScalarDeserializer<Long> {

        private static final long serialVersionUID = 1L;

        WholeNumber() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Long) context.handleUnexpectedToken(Long.class, parser);
            }
            BigDecimal number = parser.getDecimalValue();
            // Before it is computed with, as 1e999999999 would take long.
            boolean small = Math.abs((long) number.scale()) + number.precision() <= 1000;
            try {
                return small ? number.longValueExact() : fail(context, number);
            } catch (ArithmeticException e) {
                return fail(context, number);
            }
        }

        private static Long fail(DeserializationContext context, BigDecimal number) throws IOException {
            return (Long) context.handleWeirdNumberValue(Long.class, number, "not an integer of 64 bits");
        }
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isModel(generic == null ? type : generic);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Refusal.class || isModel(type) || generic != null && isModel(generic);
    }

    private static boolean isModel(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            Type item = arguments[arguments.length - 1];
            return (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw))
                    && (item == String.class || isModel(item));
        }
        return type instanceof Class<?> plain
                && (PLAIN.contains(plain)
                        || plain.getPackageName().equals(MODELS)
                        || JsonNode.class.isAssignableFrom(plain));
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        try (JsonParser parser = MAPPER.createParser(stream)) {
            // Bean Validation reports a missing body if it is required.
            return parser.nextToken() == null
                    ? null
                    : MAPPER.readerFor(MAPPER.constructType(generic)).readValue(parser);
        } catch (JsonProcessingException e) {
            throw new BadRequestException(
                    ErrorMappers.refusal(e).in(Response.status(400)).build(), e);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        if (mediaType.getParameters().containsKey(MediaType.CHARSET_PARAMETER)) {
            // JSON has no such parameter.
            headers.putSingle(HttpHeaders.CONTENT_TYPE, new MediaType(mediaType.getType(), mediaType.getSubtype()));
        }
        Object json = value;
        if (value instanceof Refusal refusal) {
            ErrorForm form = errors.usual(refusal.status());
            headers.putSingle(HttpHeaders.CONTENT_TYPE, form.mediaType());
            json = form.body(refusal.status(), refusal.message());
        }
        // By way of a string, because a generator of bytes fails at a lone surrogate.
        stream.write(MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
    }
}
