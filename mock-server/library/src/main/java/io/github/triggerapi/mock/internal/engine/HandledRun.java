package io.github.triggerapi.mock.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunContext;
import io.github.triggerapi.mock.run.store.RunStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that a handler executes. */
record HandledRun(Run started, RunStore store, RunChanges changes, HandlerThreads.Work work) implements RunContext {
    @Override
    public Run run() {
        return store.find(started.id()).orElse(started);
    }

    @Override
    public boolean isCanceled() {
        return work.isCanceled();
    }

    @Override
    public void addTags(String... tags) {
        changes.addTags(started.id(), List.of(tags));
    }

    @Override
    public void setMetadata(String key, @Nullable Object value) {
        JsonNode json = Run.builder().payload(value).build().payload(JsonNode.class);
        MetadataOperation set =
                new MetadataOperation(MetadataOperation.Type.SET, key, json == null ? NullNode.getInstance() : json);
        changes.changeMetadata(started.id(), MetadataChange.of(List.of(set)));
    }
}
