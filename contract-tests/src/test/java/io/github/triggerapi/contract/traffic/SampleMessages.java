package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Violation;
import io.github.triggerapi.contract.traffic.InvalidValues.InvalidValue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Valid and invalid messages that cover a document, with its judge. */
public final class SampleMessages {

    private static final String ANYWHERE = "a";

    private final Judge judge;
    private final MessageGenerators generators;
    private final DeclaredMembers declared;
    private final Set<SampleMessage> all = new LinkedHashSet<>();

    /**
     * A message, valid or not.
     *
     * @param parts the message as described by {@link MessageSchemas}
     */
    public record SampleMessage(String method, String path, HttpMessage message, ObjectNode parts) {

        public boolean isRequest() {
            return message instanceof HttpMessage.Request;
        }

        public boolean isSuccess() {
            return message instanceof HttpMessage.Response response && response.status() / 100 == 2;
        }
    }

    public SampleMessages(String document) {
        this.judge = new Judge(document);
        this.generators = new MessageGenerators(judge, Set.of());
        this.declared = new DeclaredMembers(new SchemaResolver(judge.document()));
        for (Operation operation : judge.document().operations()) {
            add(operation, generators.messages().requests(operation));
            add(operation, generators.messages().responses(operation));
        }
    }

    private void add(Operation operation, ObjectNode schema) {
        Stream.concat(
                        generators.covering(schema).stream(),
                        generators.invalidValues().of(schema, StringValues.JSON).stream()
                                .map(InvalidValue::value))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(SampleMessages::isWritable)
                .map(message -> sample(operation, message))
                .forEach(all::add);
    }

    private static boolean isWritable(ObjectNode message) {
        JsonNode body = MessageSchemas.body(message);
        boolean json = Judge.isJson(MessageSchemas.mediaType(message));
        JsonNode status = message.path(MessageSchemas.STATUS);
        return (json || body.isMissingNode() || body.isString())
                && (status.isMissingNode() || status.isNumber())
                && isJudged(message);
    }

    /** The judge does not validate integers beyond 64 bits. */
    private static boolean isJudged(JsonNode node) {
        return node.isNumber()
                ? node.decimalValue().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                : node.valueStream().allMatch(SampleMessages::isJudged);
    }

    private static SampleMessage sample(Operation operation, ObjectNode message) {
        if (!message.has(MessageSchemas.STATUS)) {
            HttpMessage.Request request = RequestWriter.request(operation, message);
            return new SampleMessage(request.method(), request.path(), request, message);
        }
        String mediaType = MessageSchemas.mediaType(message);
        JsonNode body = MessageSchemas.body(message);
        HttpMessage.Response response = new HttpMessage.Response(
                message.get(MessageSchemas.STATUS).asInt(),
                mediaType.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(mediaType)),
                body.isMissingNode() ? "" : Judge.isJson(mediaType) ? body.toString() : body.asString());
        return new SampleMessage(
                operation.method(), operation.path().replaceAll("\\{[^}]*}", ANYWHERE), response, message);
    }

    public Set<SampleMessage> all() {
        return all;
    }

    private @Nullable Operation operation(SampleMessage sample) {
        return judge.document().operation(sample.method(), sample.path());
    }

    /** Returns whether the document contains the operation of a sample. */
    public boolean has(SampleMessage sample) {
        return operation(sample) != null;
    }

    /** Returns whether the document declares all members of a sample. */
    public boolean declares(SampleMessage sample) {
        Operation operation = operation(sample);
        if (operation == null) {
            return false;
        }
        MessageSchemas messages = generators.messages();
        return declared.holds(
                sample.isRequest() ? messages.requests(operation) : messages.responses(operation), sample.parts());
    }

    /** Returns the violations in a sample. */
    public List<Violation> violations(SampleMessage sample) {
        return sample.message() instanceof HttpMessage.Request request
                ? judge.request(request)
                : judge.response(sample.method(), sample.path(), (HttpMessage.Response) sample.message());
    }
}
