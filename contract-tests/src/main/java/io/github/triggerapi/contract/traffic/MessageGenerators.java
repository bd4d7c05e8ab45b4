package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Judge;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The generators for a document, shared by the checks. Not thread-safe. */
public final class MessageGenerators {

    private final Judge judge;
    private final MessageSchemas messages;
    private final CoveringValues covering;
    private final RandomValues random;
    private final InvalidValues invalidValues;

    /**
     * Creates generators for the spec of a judge.
     *
     * @param invalidExamples the examples of the spec that their schema does not allow
     */
    public MessageGenerators(Judge judge, Set<JsonNode> invalidExamples) {
        SchemaResolver schemas = new SchemaResolver(judge.document());
        this.judge = judge;
        this.messages = new MessageSchemas(judge);
        this.covering = new CoveringValues(schemas, invalidExamples);
        this.random = new RandomValues(schemas, covering);
        this.invalidValues = new InvalidValues(schemas, covering);
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

    InvalidValues invalidValues() {
        return invalidValues;
    }

    /** Returns messages that cover the schema of a message. */
    List<ObjectNode> covering(ObjectNode schema) {
        return covering.covering(schema, StringValues.JSON).stream()
                .map(ObjectNode.class::cast)
                .toList();
    }
}
