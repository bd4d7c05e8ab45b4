package io.github.triggerapi.mock.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file that says what becomes of the runs of tasks, from the start of a server. It is a JSON object whose members are named
 * like tasks, and have the values that {@code PUT /_mock/tasks/{task}} accepts.
 */
public final class TasksFile {
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Path file;
    private final Map<String, String> plans = new LinkedHashMap<>();

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read, or is not a JSON object
     */
    public TasksFile(Path file) {
        this.file = file.toAbsolutePath();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unusable("is larger than %,d bytes".formatted(MAX_BYTES));
            }
            JsonNode json = Json.parse(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw unusable("must be a JSON object with a member for each task");
            }
            json.properties()
                    .forEach(plan -> plans.put(plan.getKey(), plan.getValue().toString()));
        } catch (IOException e) {
            throw unusable("cannot be read: " + e);
        } catch (RejectedRequestException e) {
            throw unusable(e.message());
        }
    }

    /** Sets the plan of a task, as the control API does. */
    @FunctionalInterface
    public interface PlanSetter {
        /** Returns why the plan is invalid, empty if it is set. */
        String set(String task, String planJson);
    }

    /**
     * Sets all plans.
     *
     * @throws IllegalArgumentException if one of them is invalid
     */
    public void apply(PlanSetter setter) {
        plans.forEach((task, plan) -> {
            String why = setter.set(task, plan);
            if (!why.isEmpty()) {
                throw unusable("task \"%s\": %s".formatted(task, why));
            }
        });
    }

    private IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException("Tasks file " + file + ": " + why);
    }
}
