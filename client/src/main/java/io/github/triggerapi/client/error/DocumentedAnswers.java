package io.github.triggerapi.client.error;

import io.github.triggerapi.client.api.DocumentedResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the document says of the answers of an operation. */
public final class DocumentedAnswers {

    private DocumentedAnswers() {}

    /**
     * The class of the body that an answer has, by its status, its range or else by {@code default}.
     *
     * @param operation a method of one of the generated interfaces
     * @return {@link Void} where it has none; null where the document has no such answer
     */
    public static @Nullable Class<?> body(Method operation, int status) {
        List<DocumentedResponse> answers = Arrays.asList(operation.getAnnotationsByType(DocumentedResponse.class));
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            for (DocumentedResponse answer : answers) {
                if (answer.status().equalsIgnoreCase(key)) {
                    return answer.body();
                }
            }
        }
        return null;
    }
}
