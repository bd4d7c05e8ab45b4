package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Judge;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the traffic of a document is made with; the checks share it. For use by one thread. */
public final class MessageGenerators {

    private final Judge judge;
    private final MessageSchemas messages;
    private final CoveringValues covering;
    private final RandomValues random;
    private final InvalidValues breaks;

    /**
     * MessageGenerators for the document of a judge.
     *
     * @param notValid examples of the document that are not valid where they stand
     */
    public MessageGenerators(Judge judge, Set<JsonNode> notValid) {
        SchemaResolver schemas = new SchemaResolver(judge.document());
        this.judge = judge;
        this.messages = new MessageSchemas(judge.document());
        this.covering = new CoveringValues(schemas, notValid);
        this.random = new RandomValues(schemas);
        this.breaks = new InvalidValues(schemas, covering);
    }

    Judge judge() {
        return judge;
    }

    MessageSchemas messages() {
        return messages;
    }

    RandomValues random() {
        return random;
    }

    InvalidValues breaks() {
        return breaks;
    }

    /** MessageSchemas that cover all that the schema of a whole message says. */
    List<ObjectNode> covering(ObjectNode schema) {
        return covering.covering(schema, StringValues.JSON).stream()
                .map(ObjectNode.class::cast)
                .toList();
    }
}
