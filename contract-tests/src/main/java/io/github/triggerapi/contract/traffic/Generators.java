package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Judge;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the traffic of a document is made with; the checks share it. For use by one thread. */
public final class Generators {

    private final Judge judge;
    private final Messages messages;
    private final CoveringValues covering;
    private final RandomValues random;
    private final Breaks breaks;

    /**
     * Generators for the document of a judge.
     *
     * @param notValid examples of the document that are not valid where they stand
     */
    public Generators(Judge judge, Set<JsonNode> notValid) {
        Schemas schemas = new Schemas(judge.document());
        this.judge = judge;
        this.messages = new Messages(judge.document());
        this.covering = new CoveringValues(schemas, notValid);
        this.random = new RandomValues(schemas);
        this.breaks = new Breaks(schemas, covering);
    }

    Judge judge() {
        return judge;
    }

    Messages messages() {
        return messages;
    }

    RandomValues random() {
        return random;
    }

    Breaks breaks() {
        return breaks;
    }

    /** Messages that cover all that the schema of a whole message says. */
    List<ObjectNode> covering(ObjectNode schema) {
        return covering.covering(schema, Texts.JSON).stream()
                .map(ObjectNode.class::cast)
                .toList();
    }
}
