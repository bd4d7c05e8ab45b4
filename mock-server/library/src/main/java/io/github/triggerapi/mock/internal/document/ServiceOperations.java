package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.merge.DocumentMerger;
import io.github.triggerapi.openapi.merge.MergeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The operations of Trigger.dev that its TypeScript SDK calls and no other document describes. */
final class ServiceOperations {
    private static final String NAME = "service-operations.yaml";
    private static final Logger LOGGER = System.getLogger(ServiceOperations.class.getName());

    private ServiceOperations() {}

    /** Returns the tree of a document with these operations, except those that it describes itself. */
    static Optional<JsonNode> addedTo(Document document) {
        JsonNode added = Document.ofResource(ServiceOperations.class, NAME).root();
        try {
            return Optional.of(DocumentMerger.merge(document.root(), "document", added, NAME)
                    .tree());
        } catch (MergeException e) {
            LOGGER.log(Level.WARNING, "The operations of the TypeScript SDK are missing: " + e.faults());
            return Optional.empty();
        }
    }
}
