package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.DocumentOrder;
import io.github.triggerapi.update.compare.code.CodeComparison;
import io.github.triggerapi.update.compare.operation.OperationComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import io.github.triggerapi.update.compare.operation.SecurityComparison;
import io.github.triggerapi.update.compare.operation.ServerComparison;
import io.github.triggerapi.update.compare.prose.ProseComparison;
import io.github.triggerapi.update.compare.schema.NamedSchemaComparison;
import io.github.triggerapi.update.compare.schema.SchemaComparison;
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
        ChangeCollector changes = new ChangeCollector();
        SchemaComparison schemas = new SchemaComparison(old, now);
        NamedSchemaComparison components = new NamedSchemaComparison(schemas, changes);
        OperationComparison operations = new OperationComparison(schemas, changes);
        PointerMapping places = new PointerMapping(components.renamed(), operations.pairs());
        CodeComparison code = CodeComparison.of(old, now, places);

        operations.compare();
        components.compare(code.classes());
        new SecurityComparison(schemas, changes).schemes();
        ServerComparison.compare(old.root(), now.root(), changes);
        new ProseComparison(changes, places).compare(old, now);
        code.compare(changes);
        return new Comparison(changes.inOrder(new DocumentOrder(old.root()), new DocumentOrder(now.root())));
    }

    /** The step that the next version must take, by the changes alone. */
    public VersionIncrement increment() {
        return changes.stream()
                .map(change -> VersionIncrement.of(change.effect()))
                .max(VersionIncrement::compareTo)
                .orElse(VersionIncrement.NONE);
    }
}
