package io.github.triggerapi.mock.internal.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.document.Schema;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.JsonTokens;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a state in the form of the control API, one entry at a time. Besides what was read, in the form of a store,
 * only one entry is in memory. An instance reads one state.
 */
final class StateReader {
    private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();
    private static final ObjectReader NODE =
            Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The nesting depth of the payload of a run: inside of the state, its list of runs, and the run. */
    private static final int LEVELS = 3;

    /** The estimated memory of the name of a member while it is read. The parser keeps it to find duplicates. */
    private static final int BYTES_OF_A_NAME = 200;

    /** The estimated memory of any other token. */
    private static final int BYTES_OF_A_TOKEN = 50;

    private static final int MAX_INSTANTS = 1000;

    private final StoreState.Builder state;
    private final Set<Object> ids = new HashSet<>();
    private final Set<Object> numbers = new HashSet<>();
    private final Set<Object> limits = new HashSet<>();
    private final Set<Object> requestKeys = new HashSet<>();
    private final Set<Object> batches = new HashSet<>();
    private final Map<String, Instant> instants = new HashMap<>();

    private Place place = Place.TOP;

    /** The members of the current entry that may be any JSON, as strings. */
    private final Map<String, String> values = new HashMap<>();

    private StateReader(StoreState.Builder state) {
        this.state = state;
    }

    /**
     * Reads a state.
     *
     * @param into receives what is read
     * @throws RejectedRequestException with status 400 if it is not a state; the message says what was expected where
     * @throws StoreFullException if it takes more memory than allowed
     */
    static StoreState read(InputStream json, StoreState.Builder into) throws IOException {
        StateReader reader = new StateReader(into);
        try (Meter parser = new Meter(Json.parser(json, LEVELS, into.maxStringLength()), into)) {
            reader.read(parser);
        } catch (JsonProcessingException e) {
            throw Json.rejection(e);
        } catch (CharacterCodingException e) {
            throw new RejectedRequestException(400, "Invalid JSON: not valid UTF-8");
        }
        return into.build();
    }

    /** Counts the memory that an entry takes while it is read. */
    private static final class Meter extends JsonParserDelegate {
        private final StoreState.Builder state;
        private long bytes;

        Meter(JsonParser parser, StoreState.Builder state) {
            super(parser);
            this.state = state;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            bytes += token == JsonToken.FIELD_NAME ? BYTES_OF_A_NAME : BYTES_OF_A_TOKEN;
            bytes += token == JsonToken.VALUE_STRING ? getTextLength() : 0;
            state.requireRoomForEntry(bytes);
            return token;
        }

        void reset() {
            bytes = 0;
        }
    }

    /**
     * The form of an object.
     *
     * @param members the names of its members
     * @param values the names of the members that may be any JSON
     */
    private record Form(Schema schema, Set<String> members, Set<String> values) {
        private static final Form STATE = of("ServerState");
        private static final Form RUN = of("RunInfo");
        private static final Form LIMIT = of("QueueLimit");
        private static final Form BATCH = of("BatchInfo");
        private static final Form PAUSED_QUEUE = of("QueueName");
        private static final Form REQUEST_KEY = of("RequestKeyInfo");

        private static Form of(String name) {
            String pointer = "#/components/schemas/" + name;
            Set<String> members = new HashSet<>();
            Set<String> values = new HashSet<>();
            for (Map.Entry<String, JsonNode> property :
                    ControlApi.document().at(pointer).get("properties").json().properties()) {
                members.add(property.getKey());
                if (!property.getValue().has("type") && !property.getValue().has("$ref")) {
                    values.add(property.getKey());
                }
            }
            return new Form(Schema.at(ControlApi.document(), pointer), members, values);
        }

        void check(JsonNode json, Place place) {
            // The place is written for few objects only, as most are accepted.
            String problem = schema.accepts(json) ? null : schema.check(json, place.toString());
            if (problem != null) {
                throw new RejectedRequestException(400, problem);
            }
        }
    }

    /** The position of an entry. Its string form is made only for messages. */
    private record Place(String list, int index) {
        private static final Place TOP = new Place("", -1);

        @Override
        public String toString() {
            return index < 0 ? list : list + "[" + index + "]";
        }
    }

    private void read(Meter parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new RejectedRequestException(400, "The state is empty");
        }
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            Form.STATE.check(outline(parser), Place.TOP);
        }
        ObjectNode members = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = member(parser, name);
            if (Form.STATE.members().contains(name)) {
                members.set(name, value);
            }
        }
        Form.STATE.check(members, Place.TOP);
        if (parser.nextToken() != null) {
            throw new RejectedRequestException(400, "Invalid JSON: unexpected content after the state");
        }
    }

    /** Reads the entries of a member, and returns the member without them. */
    private JsonNode member(Meter parser, String name) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            return outline(parser);
        }
        switch (name) {
            case "runs" -> entries(parser, name, Form.RUN, this::run);
            case "limits" -> entries(parser, name, Form.LIMIT, this::limit);
            case "batches" -> entries(parser, name, Form.BATCH, this::batch);
            case "pausedQueues" -> entries(parser, name, Form.PAUSED_QUEUE, this::pausedQueue);
            case "requestKeys" -> entries(parser, name, Form.REQUEST_KEY, this::requestKey);
            default -> JsonTokens.skip(parser);
        }
        return NODES.arrayNode();
    }

    private void entries(Meter parser, String name, Form form, Consumer<JsonNode> entry) throws IOException {
        parser.reset();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode json = parser.hasToken(JsonToken.START_OBJECT) ? object(parser, form) : outline(parser);
            place = new Place(name, i);
            form.check(json, place);
            try {
                entry.accept(json);
            } catch (DateTimeException e) {
                throw invalid("must be a valid date-time", "");
            }
            parser.reset();
        }
    }

    private void run(JsonNode json) {
        Run run = Run.builder()
                .id(name(json, "id"))
                // Interned because the runs of a task share these strings.
                .task(json.path("task").asText().intern())
                .environment(json.path("environment").asText().intern())
                .status(RunStatus.valueOf(json.path("status").asText()))
                .number(json.path("number").asLong())
                .version(json.path("version").asLong())
                .tags(Json.elements(json.path("tags")).map(JsonNode::asText).toList())
                .queue(json.path("queue").asText().intern())
                .concurrencyKey(json.path("concurrencyKey").textValue())
                .idempotencyKey(json.path("idempotencyKey").textValue())
                .idempotencyExpiresAt(instant(json.get("idempotencyExpiresAt")))
                .createdAt(Objects.requireNonNull(instant(json.get("createdAt"))))
                .delayUntil(instant(json.get("delayUntil")))
                .ttl(
                        json.has("ttlSeconds")
                                ? Duration.ofSeconds(json.path("ttlSeconds").asLong())
                                : null)
                .queuedAt(instant(json.get("queuedAt")))
                .startedAt(instant(json.get("startedAt")))
                .finishedAt(instant(json.get("finishedAt")))
                .dueAt(instant(json.get("dueAt")))
                .staysQueued(json.path("staysQueued").asBoolean())
                .payloadJson(values.get("payload"))
                .contextJson(values.get("context"))
                .optionsJson(values.get("options"))
                .outputJson(values.get("output"))
                .metadataJson(values.get("metadata"))
                .initialMetadataJson(values.get("initialMetadata"))
                .error(json.path("error").textValue())
                .errorName(json.path("errorName").textValue())
                .stackTrace(json.path("stackTrace").textValue())
                .finalStatus(
                        json.has("finalStatus")
                                ? RunStatus.valueOf(json.path("finalStatus").asText())
                                : null)
                .updatedAt(instant(json.get("updatedAt")))
                .givenIdempotencyKey(json.path("givenIdempotencyKey").textValue())
                .batchId(json.path("batchId").textValue())
                .parentRunId(json.path("parentRunId").textValue())
                .rootRunId(json.path("rootRunId").textValue())
                .depth(json.path("depth").asInt())
                .attemptCount(json.path("attemptCount").asInt())
                .test(json.path("isTest").asBoolean())
                .build();
        requireNew(ids, run.id(), "runs", "id");
        requireNew(numbers, run.number(), "runs", "number");
        state.run(run);
    }

    private void limit(JsonNode json) {
        QueueKey queue = QueueKey.of(name(json, "environment"), name(json, "queue"));
        requireNew(limits, queue, "limits", "queue");
        state.limit(queue, json.path("limit").asInt());
    }

    private void batch(JsonNode json) {
        Batch batch = new Batch(
                name(json, "id"),
                json.path("environment").asText().intern(),
                Objects.requireNonNull(instant(json.get("createdAt"))),
                Json.elements(json.path("runs")).map(JsonNode::asText).toList(),
                json.path("filled").asBoolean(),
                json.path("idempotencyKey").textValue(),
                instant(json.get("idempotencyExpiresAt")));
        requireNew(batches, batch.id(), "batches", "id");
        state.batch(batch);
    }

    private void pausedQueue(JsonNode json) {
        state.paused(QueueKey.of(name(json, "environment"), name(json, "queue")));
    }

    private void requestKey(JsonNode json) {
        String environment = name(json, "environment").intern();
        String task = name(json, "task").intern();
        String key = name(json, "key");
        requireNew(requestKeys, List.of(environment, task, key), "request keys", "key");
        Instant expiresAt = Objects.requireNonNull(instant(json.get("expiresAt")));
        state.request(environment, task, key, name(json, "run"), expiresAt);
    }

    /** Parses an instant. The instants of a run are often the same, and parsing takes most of the time. */
    private @Nullable Instant instant(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (instants.size() >= MAX_INSTANTS) {
            instants.clear();
        }
        Instant instant = instants.computeIfAbsent(
                json.asText(), text -> OffsetDateTime.parse(text).toInstant());
        if (instant.isBefore(RunMapper.EARLIEST)) {
            throw invalid("must not have a time before " + RunMapper.EARLIEST, "");
        }
        return instant;
    }

    /**
     * Returns a string that identifies an entry. It must be valid in UTF-8, or it would be read back as another one.
     */
    private String name(JsonNode json, String member) {
        String name = json.path(member).asText();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw invalid("must not have a lone surrogate", "." + member);
        }
        return name;
    }

    private void requireNew(Set<Object> known, Object value, String all, String member) {
        if (!known.add(value)) {
            throw invalid("must be unique among the " + all, "." + member);
        }
    }

    private RejectedRequestException invalid(String what, String member) {
        return new RejectedRequestException(400, "Validation error: %s at \"%s%s\"".formatted(what, place, member));
    }

    /** Reads an object with the members of its form; the members that may be any JSON are put in {@link #values}. */
    private ObjectNode object(Meter parser, Form form) throws IOException {
        values.clear();
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (form.values().contains(name)) {
                values.put(name, text(parser));
            } else if (!form.members().contains(name)) {
                JsonTokens.skip(parser);
            } else {
                object.set(name, parser.hasToken(JsonToken.START_ARRAY) ? array(parser) : outline(parser));
            }
        }
        return object;
    }

    private static String text(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.MAPPER.createGenerator(text)) {
            JsonTokens.copy(parser, generator);
        }
        return text.toString();
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(outline(parser));
        }
        return array;
    }

    /** Returns the current value of a parser; an array or an object without its content. */
    private static JsonNode outline(JsonParser parser) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return NODE.readTree(parser);
        }
        JsonNode empty = parser.hasToken(JsonToken.START_ARRAY) ? NODES.arrayNode() : NODES.objectNode();
        JsonTokens.skip(parser);
        return empty;
    }
}
