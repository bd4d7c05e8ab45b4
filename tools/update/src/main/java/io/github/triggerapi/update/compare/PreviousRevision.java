package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.DocumentOrder;
import io.github.triggerapi.update.compare.code.CodeComparison;
import io.github.triggerapi.update.compare.code.GeneratedRevision;
import io.github.triggerapi.update.compare.operation.OperationComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import io.github.triggerapi.update.compare.operation.SecurityComparison;
import io.github.triggerapi.update.compare.operation.ServerComparison;
import io.github.triggerapi.update.compare.prose.ProseComparison;
import io.github.triggerapi.update.compare.schema.NamedSchemaComparison;
import io.github.triggerapi.update.compare.schema.SchemaComparison;

/** The revision that later ones are compared with. Safe for use by several threads. */
public final class PreviousRevision {

    private final Document document;
    private final GeneratedRevision generated;

    private PreviousRevision(JsonNode tree) {
        this.document = Document.of(tree);
        this.generated = GeneratedRevision.of(document, "the old document");
    }

    /**
     * Returns a revision.
     *
     * @param tree a valid document; it must not be changed afterwards
     */
    public static PreviousRevision of(JsonNode tree) {
        return new PreviousRevision(tree);
    }

    /** Compares a later revision, which is valid as well. */
    public Comparison compareTo(JsonNode revision) {
        Document now = Document.of(revision);
        ChangeCollector changes = new ChangeCollector();
        SchemaComparison schemas = new SchemaComparison(document, now);
        NamedSchemaComparison components = new NamedSchemaComparison(schemas, changes);
        OperationComparison operations = new OperationComparison(schemas, changes);
        PointerMapping pointers = new PointerMapping(components.renamed(), operations.pairs());
        CodeComparison code = new CodeComparison(generated, GeneratedRevision.of(now, "the new document"), pointers);

        operations.compare();
        components.compare(code.classes());
        new SecurityComparison(schemas, changes).schemes();
        ServerComparison.compare(document.root(), now.root(), changes);
        new ProseComparison(changes, pointers).compare(document, now);
        code.compare(changes);
        return new Comparison(changes.inOrder(new DocumentOrder(document.root()), new DocumentOrder(now.root())));
    }
}
