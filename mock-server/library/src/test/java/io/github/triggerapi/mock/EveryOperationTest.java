package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of the document in use has a response, with or without a resource. */
class EveryOperationTest {
    private static final DocumentedResponseFactory RESPONSES =
            Document.bundled().responses();

    static List<Operation> operations() {
        return Document.bundled().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasItsDocumentedSuccess(Operation operation) {
        assertThat(RESPONSES.success(operation, null).status())
                .isEqualTo(operation.responses().success());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasAnErrorForABadRequest(Operation operation) {
        assertThat(RESPONSES.error(operation, 400, "text").status()).isIn(400, 422);
        assertThat(RESPONSES.error(operation, 401, "text").status()).isIn(401, 403);
    }
}
