package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Fault;
import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.traffic.Breaks.Break;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages that cover what a document says, and such as break each thing that it says, with its judge. */
public final class Samples {

    private static final String ANYWHERE = "a";

    private final Judge judge;
    private final Generators generators;
    private final Declared declared;
    private final Set<Sample> all = new LinkedHashSet<>();

    /**
     * One message; some are wrong by the document that they were made from.
     *
     * @param parts the message as {@link Messages} has it
     */
    public record Sample(String method, String path, HttpMessage message, ObjectNode parts) {

        public boolean isRequest() {
            return message instanceof HttpMessage.Request;
        }

        public boolean isSuccess() {
            return message instanceof HttpMessage.Response answer && answer.status() / 100 == 2;
        }
    }

    public Samples(String document) {
        this.judge = new Judge(document);
        this.generators = new Generators(judge, Set.of());
        this.declared = new Declared(new Schemas(judge.document()));
        for (Operation operation : judge.document().operations()) {
            add(operation, generators.messages().requests(operation));
            add(operation, generators.messages().responses(operation));
        }
    }

    private void add(Operation operation, ObjectNode schema) {
        Stream.concat(
                        generators.covering(schema).stream(),
                        generators.breaks().of(schema, Texts.JSON).stream().map(Break::value))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(Samples::isWritable)
                .map(message -> sample(operation, message))
                .forEach(all::add);
    }

    private static boolean isWritable(ObjectNode message) {
        JsonNode body = Messages.body(message);
        boolean json = Judge.isJson(Messages.mediaType(message));
        JsonNode status = message.path(Messages.STATUS);
        return (json || body.isMissingNode() || body.isString())
                && (status.isMissingNode() || status.isNumber())
                && isJudged(message);
    }

    /** The judge cannot hold a bound of integers to more than 64 bits. */
    private static boolean isJudged(JsonNode node) {
        return node.isNumber()
                ? node.decimalValue().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                : node.valueStream().allMatch(Samples::isJudged);
    }

    private static Sample sample(Operation operation, ObjectNode message) {
        if (!message.has(Messages.STATUS)) {
            HttpMessage.Request request = WireForm.request(operation, message);
            return new Sample(request.method(), request.path(), request, message);
        }
        String mediaType = Messages.mediaType(message);
        JsonNode body = Messages.body(message);
        HttpMessage.Response answer = new HttpMessage.Response(
                message.get(Messages.STATUS).asInt(),
                mediaType.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(mediaType)),
                body.isMissingNode() ? "" : Judge.isJson(mediaType) ? body.toString() : body.asString());
        return new Sample(operation.method(), operation.path().replaceAll("\\{[^}]*}", ANYWHERE), answer, message);
    }

    public Set<Sample> all() {
        return all;
    }

    private @Nullable Operation operation(Sample sample) {
        return judge.document().operation(sample.method(), sample.path());
    }

    /** Whether the document has the operation that a sample is of. */
    public boolean has(Sample sample) {
        return operation(sample) != null;
    }

    /** Whether a sample has no member but such as the document declares where it stands. */
    public boolean declares(Sample sample) {
        Operation operation = operation(sample);
        if (operation == null) {
            return false;
        }
        Messages messages = generators.messages();
        return declared.holds(
                sample.isRequest() ? messages.requests(operation) : messages.responses(operation), sample.parts());
    }

    /** What is wrong with a sample. */
    public List<Fault> faults(Sample sample) {
        return sample.message() instanceof HttpMessage.Request request
                ? judge.request(request)
                : judge.response(sample.method(), sample.path(), (HttpMessage.Response) sample.message());
    }
}
