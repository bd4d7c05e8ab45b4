package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.BODY;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.OPERATION;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.PARAMETER;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.PATH;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.RESPONSE;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.ROOT;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.SCHEMA;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.SECURITY_SCHEME;
import static io.github.triggerapi.contract.mutation.MutationPoint.Kind.SERVER;
import static io.github.triggerapi.contract.mutation.Operator.drift;
import static io.github.triggerapi.contract.mutation.Operator.prose;

import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import java.util.ArrayList;
import java.util.List;

/** The operators that change a document. */
final class Operators {

    /** Changes of the wire format or of names in generated code. */
    private static final List<Operator> DRIFT = List.of(
            drift("change a type", SCHEMA, TypeOperators::change),
            drift("add a type", SCHEMA, TypeOperators::add),
            drift("remove a type", SCHEMA, TypeOperators::remove),
            drift("change, add or remove a format", SCHEMA, TypeOperators::format),
            drift("drop a type of a union", SCHEMA, TypeOperators::dropType),
            drift("add a type to a union", SCHEMA, TypeOperators::addType),
            drift("drop an alternative", SCHEMA, TypeOperators::dropAlternative),
            drift("add an alternative", SCHEMA, TypeOperators::addAlternative),
            drift("change a choice of members", SCHEMA, ChoiceOperators::change),
            drift("add a value to an enum", SCHEMA, ValueOperators::addValue),
            drift("remove a value of an enum", SCHEMA, ValueOperators::removeValue),
            drift("rename a value of an enum", SCHEMA, ValueOperators::renameValue),
            drift("change, add or remove a constant", SCHEMA, ValueOperators::constant),
            drift("add a bound", SCHEMA, ValueOperators::addBound),
            drift("change a bound", SCHEMA, ValueOperators::changeBound),
            drift("remove a bound", SCHEMA, ValueOperators::removeBound),
            drift("make a bound exclusive or inclusive", SCHEMA, ValueOperators::exclusive),
            drift("rename a property", SCHEMA, ObjectOperators::renameProperty),
            drift("remove a property", SCHEMA, ObjectOperators::removeProperty),
            drift("add a property", SCHEMA, ObjectOperators::addProperty),
            drift("make a property required or optional", SCHEMA, ObjectOperators::required),
            drift("change additionalProperties", SCHEMA, ObjectOperators::additional),
            drift("allow null", SCHEMA, NullOperators::allow),
            drift("refuse null", SCHEMA, NullOperators::refuse),
            drift("change a reference", SCHEMA, ReferenceOperators::refer),
            drift("allow any items", SCHEMA, ReferenceOperators::items),
            drift("drop a named schema", SCHEMA, ReferenceOperators::drop),
            drift("rename a named schema", SCHEMA, ReferenceOperators::rename),
            drift("add a named schema", ROOT, ReferenceOperators::add),
            drift("change an HTTP method", OPERATION, OperationOperators::httpMethod),
            drift("change a path", PATH, OperationOperators::path),
            drift("drop an operation", OPERATION, OperationOperators::drop),
            drift("add an operation", ROOT, OperationOperators::add),
            drift("change an operationId", OPERATION, OperationOperators::id),
            drift("change a tag", OPERATION, OperationOperators::tag),
            drift("change the security of an operation", OPERATION, OperationOperators::security),
            drift("change the security of the document", ROOT, OperationOperators::securityOfAll),
            drift("change a security scheme", SECURITY_SCHEME, OperationOperators::scheme),
            drift("drop or rename a security scheme", SECURITY_SCHEME, OperationOperators::schemeName),
            drift("change the first server", SERVER, OperationOperators::server),
            drift("rename a parameter", PARAMETER, ParameterOperators::rename),
            drift("move a parameter", PARAMETER, ParameterOperators::location),
            drift("change a style", PARAMETER, ParameterOperators::style),
            drift("change explode", PARAMETER, ParameterOperators::explode),
            drift("make a parameter required or optional", PARAMETER, ParameterOperators::required),
            drift("drop a parameter", OPERATION, ParameterOperators::drop),
            drift("drop a parameter", PATH, ParameterOperators::drop),
            drift("add a parameter", OPERATION, ParameterOperators::add),
            drift("add a parameter", PATH, ParameterOperators::add),
            drift("make a body required or optional", BODY, MessageOperators::required),
            drift("drop a body", OPERATION, MessageOperators::dropBody),
            drift("add a body", OPERATION, MessageOperators::addBody),
            drift("drop a media type", BODY, MessageOperators::dropMedia),
            drift("drop a media type", RESPONSE, MessageOperators::dropMedia),
            drift("change a media type", BODY, MessageOperators::renameMedia),
            drift("change a media type", RESPONSE, MessageOperators::renameMedia),
            drift("add a media type", BODY, MessageOperators::addMedia),
            drift("add a media type", RESPONSE, MessageOperators::addMedia),
            drift("drop a response", OPERATION, MessageOperators::dropResponse),
            drift("add a response", OPERATION, MessageOperators::addResponse),
            drift("change a status", OPERATION, MessageOperators::status));

    private Operators() {}

    /** Returns all operators. */
    static List<Operator> all() {
        List<Operator> all = new ArrayList<>(DRIFT);
        for (Kind kind : Kind.values()) {
            all.add(prose("change prose", kind, ProseOperators::change));
            all.add(prose("remove prose", kind, ProseOperators::remove));
            all.add(prose("add prose", kind, ProseOperators::add));
            all.add(prose("reverse keys", kind, ProseOperators::shuffle));
        }
        all.add(prose("reverse a list", SCHEMA, ProseOperators::reorder));
        all.add(prose("add a further tag", OPERATION, ProseOperators::furtherTag));
        return all;
    }
}
