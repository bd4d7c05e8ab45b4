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
import static io.github.triggerapi.contract.mutation.Operator.contractChange;
import static io.github.triggerapi.contract.mutation.Operator.proseChange;

import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import java.util.ArrayList;
import java.util.List;

/** The operators that change a document. */
final class Operators {

    /** Changes of the wire format or of names in generated code. */
    private static final List<Operator> DRIFT = List.of(
            contractChange("change a type", SCHEMA, TypeOperators::change),
            contractChange("add a type", SCHEMA, TypeOperators::add),
            contractChange("remove a type", SCHEMA, TypeOperators::remove),
            contractChange("change, add or remove a format", SCHEMA, TypeOperators::format),
            contractChange("drop a type of a union", SCHEMA, TypeOperators::dropType),
            contractChange("add a type to a union", SCHEMA, TypeOperators::addType),
            contractChange("drop an alternative", SCHEMA, TypeOperators::dropAlternative),
            contractChange("add an alternative", SCHEMA, TypeOperators::addAlternative),
            contractChange("change a choice of members", SCHEMA, RequiredChoiceOperators::change),
            contractChange("add a value to an enum", SCHEMA, ValueOperators::addValue),
            contractChange("remove a value of an enum", SCHEMA, ValueOperators::removeValue),
            contractChange("rename a value of an enum", SCHEMA, ValueOperators::renameValue),
            contractChange("change, add or remove a constant", SCHEMA, ValueOperators::constant),
            contractChange("add a bound", SCHEMA, ValueOperators::addBound),
            contractChange("change a bound", SCHEMA, ValueOperators::changeBound),
            contractChange("remove a bound", SCHEMA, ValueOperators::removeBound),
            contractChange("make a bound exclusive or inclusive", SCHEMA, ValueOperators::exclusive),
            contractChange("rename a property", SCHEMA, ObjectOperators::renameProperty),
            contractChange("remove a property", SCHEMA, ObjectOperators::removeProperty),
            contractChange("add a property", SCHEMA, ObjectOperators::addProperty),
            contractChange("make a property required or optional", SCHEMA, ObjectOperators::required),
            contractChange("change additionalProperties", SCHEMA, ObjectOperators::additional),
            contractChange("allow null", SCHEMA, NullOperators::allow),
            contractChange("refuse null", SCHEMA, NullOperators::refuse),
            contractChange("change a reference", SCHEMA, ReferenceOperators::refer),
            contractChange("allow any items", SCHEMA, ReferenceOperators::items),
            contractChange("drop a named schema", SCHEMA, ReferenceOperators::drop),
            contractChange("rename a named schema", SCHEMA, ReferenceOperators::rename),
            contractChange("add a named schema", ROOT, ReferenceOperators::add),
            contractChange("change an HTTP method", OPERATION, OperationOperators::httpMethod),
            contractChange("change a path", PATH, OperationOperators::path),
            contractChange("drop an operation", OPERATION, OperationOperators::drop),
            contractChange("add an operation", ROOT, OperationOperators::add),
            contractChange("change an operationId", OPERATION, OperationOperators::id),
            contractChange("change a tag", OPERATION, OperationOperators::tag),
            contractChange("change the security of an operation", OPERATION, OperationOperators::security),
            contractChange("change the security of the document", ROOT, OperationOperators::securityOfAll),
            contractChange("change a security scheme", SECURITY_SCHEME, OperationOperators::scheme),
            contractChange("drop or rename a security scheme", SECURITY_SCHEME, OperationOperators::schemeName),
            contractChange("change the first server", SERVER, OperationOperators::server),
            contractChange("rename a parameter", PARAMETER, ParameterOperators::rename),
            contractChange("move a parameter", PARAMETER, ParameterOperators::location),
            contractChange("change a style", PARAMETER, ParameterOperators::style),
            contractChange("change explode", PARAMETER, ParameterOperators::explode),
            contractChange("make a parameter required or optional", PARAMETER, ParameterOperators::required),
            contractChange("drop a parameter", OPERATION, ParameterOperators::drop),
            contractChange("drop a parameter", PATH, ParameterOperators::drop),
            contractChange("add a parameter", OPERATION, ParameterOperators::add),
            contractChange("add a parameter", PATH, ParameterOperators::add),
            contractChange("make a body required or optional", BODY, MessageOperators::required),
            contractChange("drop a body", OPERATION, MessageOperators::dropBody),
            contractChange("add a body", OPERATION, MessageOperators::addBody),
            contractChange("drop a media type", BODY, MessageOperators::dropMedia),
            contractChange("drop a media type", RESPONSE, MessageOperators::dropMedia),
            contractChange("change a media type", BODY, MessageOperators::renameMedia),
            contractChange("change a media type", RESPONSE, MessageOperators::renameMedia),
            contractChange("add a media type", BODY, MessageOperators::addMedia),
            contractChange("add a media type", RESPONSE, MessageOperators::addMedia),
            contractChange("drop a response", OPERATION, MessageOperators::dropResponse),
            contractChange("add a response", OPERATION, MessageOperators::addResponse),
            contractChange("change a status", OPERATION, MessageOperators::status));

    private Operators() {}

    /** Returns all operators. */
    static List<Operator> all() {
        List<Operator> all = new ArrayList<>(DRIFT);
        for (Kind kind : Kind.values()) {
            all.add(proseChange("change prose", kind, ProseOperators::change));
            all.add(proseChange("remove prose", kind, ProseOperators::remove));
            all.add(proseChange("add prose", kind, ProseOperators::add));
            all.add(proseChange("reverse keys", kind, ProseOperators::shuffle));
        }
        all.add(proseChange("reverse a list", SCHEMA, ProseOperators::reorder));
        all.add(proseChange("add a further tag", OPERATION, ProseOperators::furtherTag));
        return all;
    }
}
