package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import java.util.List;

/**
 * All differences between two revisions of a document.
 *
 * @param changes in the order of the new document; what is gone last
 */
public record Comparison(List<Change> changes) {

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two documents, which both have passed the judge. */
    public static Comparison of(JsonNode before, JsonNode after) {
        Document old = Document.of(before);
        Document now = Document.of(after);
        Changes changes = new Changes();
        Schemas schemas = new Schemas(old, now);
        Components components = new Components(schemas, changes);
        Operations operations = new Operations(schemas, changes);
        Places places = new Places(components.renamed(), operations.pairs());
        CodeComparison code = CodeComparison.of(old, now, places);

        operations.compare();
        components.compare(code.classes());
        new Security(schemas, changes).schemes();
        Servers.compare(old.root(), now.root(), changes);
        new ProseComparison(changes, places).compare(old, now);
        code.compare(changes);
        return new Comparison(changes.inOrder(new Order(old.root()), new Order(now.root())));
    }

    /** The step that the next version must take, by the changes alone. */
    public Step step() {
        return changes.stream()
                .map(change -> Step.of(change.effect()))
                .max(Step::compareTo)
                .orElse(Step.NONE);
    }
}
