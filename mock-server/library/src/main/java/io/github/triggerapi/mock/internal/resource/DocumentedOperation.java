package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.FlattenedSchema;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenAPI document says of an operation that a {@link StatefulResource} handles. Another revision of the
 * document may describe less for it, more, other types, or no such operation.
 */
public final class DocumentedOperation {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private final DocumentedResponseFactory responses;
    private final Optional<Operation> operation;

    /** The part of the request body that members are looked for in. */
    private final UnaryOperator<FlattenedSchema> part;

    DocumentedOperation(DocumentedResponseFactory responses, String method, String path) {
        this(
                responses,
                responses.document().operations().stream()
                        .filter(one -> one.isAt(method, path))
                        .findFirst(),
                UnaryOperator.identity());
    }

    private DocumentedOperation(
            DocumentedResponseFactory responses, Optional<Operation> operation, UnaryOperator<FlattenedSchema> part) {
        this.responses = responses;
        this.operation = operation;
        this.part = part;
    }

    /** Returns the same operation with the items of an array in the place of the request body. */
    DocumentedOperation itemsOf(String array) {
        return new DocumentedOperation(
                responses, operation, body -> part.apply(body).member(array).items());
    }

    /** Returns the names of its path variables in the spec; none if the spec has no such operation. */
    public Set<String> variables() {
        return operation.stream()
                .flatMap(one -> VARIABLE.matcher(one.path()).results())
                .map(variable -> variable.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns whether the spec lists a member of the request body. Callers may send other members, which have no
     * effect.
     *
     * @param member the position of the member in the body
     */
    public boolean lists(JsonPointer member) {
        return operation.stream()
                .flatMap(one -> one.consumes().values().stream())
                .anyMatch(body -> part.apply(body.flattened()).lists(member));
    }

    /**
     * Returns whether the schema of a member of the request body, or that of its items, has one of these keywords.
     * Requests are validated before a {@link StatefulResource} gets them.
     *
     * @param member the position of the member in the body
     * @param keywords such as {@code maxItems} and {@code maxLength}
     */
    public boolean limits(JsonPointer member, String... keywords) {
        return operation.stream()
                .flatMap(one -> one.consumes().values().stream())
                .anyMatch(body -> part.apply(body.flattened()).limits(member, Set.of(keywords)));
    }

    /** Returns whether the spec lists a member of the body of the success response. */
    boolean returns(String member) {
        return operation
                .filter(one -> responses.successMembers(one).contains(member))
                .isPresent();
    }

    /**
     * Returns the documented success response, with those of the given members that the spec lists. Further
     * required members are made from the schema.
     *
     * @param mediaType the media type of the response, null for any
     * @param members the members of the body; whether their values are valid must not depend on the request
     * @param all whether the body also gets the members that the spec does not list
     */
    public MockResponse success(@Nullable String mediaType, ObjectNode members, boolean all) {
        return success(mediaType, () -> members, members, all);
    }

    /**
     * Returns the documented success response, with those of the given members that the spec lists. Further
     * required members are made from the schema.
     *
     * @param mediaType the media type of the response, null for any
     * @param typical returns all members that the body can have, with typical values; the same for each request
     * @param members the members of the body; they are valid if the typical ones are
     * @param all whether the body also gets the members that the spec does not list
     */
    MockResponse success(@Nullable String mediaType, Supplier<ObjectNode> typical, ObjectNode members, boolean all) {
        return operation
                .map(one -> responses.success(one, mediaType, typical, members, all))
                .orElseThrow(() -> new IllegalStateException("The document does not have this operation"));
    }

    /**
     * Returns the rejection of a request for what is not known, with status 404. By the rules of the schemas, an operation
     * without a documented 404 responds with its documented success.
     */
    RejectedRequestException unknown(RequestRules rules, String message, Map<String, String> headers) {
        RejectedRequestException rejection = new RejectedRequestException(404, message, headers);
        return operation
                .filter(one -> rules == RequestRules.SCHEMAS && !one.responses().has(404))
                .map(one -> rejection.as(responses.success(one, null)))
                .orElse(rejection);
    }
}
