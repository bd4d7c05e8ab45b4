package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.OperationComparison.Pair;
import io.github.triggerapi.update.compare.operation.ParameterComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what the generated interfaces and the classes of query parameters lose. */
final class Methods {

    private final Document before;
    private final Document after;
    private final Api oldApi;
    private final Api newApi;
    private final JavaTypes types;

    Methods(Document before, Document after, Api oldApi, Api newApi, JavaTypes types) {
        this.before = before;
        this.after = after;
        this.oldApi = oldApi;
        this.newApi = newApi;
        this.types = types;
    }

    void compare(Operation old, Operation now, Pair pair, ChangeCollector changes) {
        Node was = pair.before().operation();
        Node is = pair.after().operation();
        if (!old.id().equals(now.id())) {
            boolean same = old.method().equals(now.method()) && bundleClass(old).equals(bundleClass(now));
            changes.add(
                    was.get("operationId"),
                    is.get("operationId"),
                    "operationId",
                    same
                            ? VerdictPair.NONE
                            : VerdictPair.breaking(
                                    "the method " + old.method() + " is called " + now.method() + " now"));
        }
        tag(old, now, was, is, changes);
        Map<String, Node> oldParameters = ParameterComparison.of(before, pair.before());
        Map<String, Node> newParameters = ParameterComparison.of(after, pair.after());
        signatures(old, now, is, arguments(oldParameters, newParameters, was, is), changes);
        results(old, now, was, is, changes);
        bundle(old, now, oldParameters, newParameters, changes);
    }

    private static String bundleClass(Operation operation) {
        return Names.parameters(operation.id());
    }

    private static void tag(Operation old, Operation now, Node was, Node is, ChangeCollector changes) {
        if (old.tag().equals(now.tag())) {
            return;
        }
        String from = Names.api(old.tag());
        String to = Names.api(now.tag());
        boolean same = from.equals(to) && Names.member(old.tag()).equals(Names.member(now.tag()));
        changes.add(
                was.get("tags"),
                is.get("tags"),
                "first tag",
                same
                        ? VerdictPair.NONE
                        : VerdictPair.breaking(old.method() + " is in " + to + " now, and not in " + from));
    }

    // -- parameters of methods ---------------------------------------------------------------------------------------

    private void signatures(
            Operation old, Operation now, Node operation, List<String> causes, ChangeCollector changes) {
        Signatures signatures = new Signatures(types);
        List<String> client = new ArrayList<>(signatures.client(old));
        client.removeAll(signatures.client(now));
        List<String> server = new ArrayList<>(signatures.server(old));
        server.removeAll(signatures.server(now));
        String reason = old.method() + "(…) takes other arguments now";
        if (!client.isEmpty() || !server.isEmpty()) {
            List<String> pointers = new ArrayList<>(causes);
            pointers.add(operation.pointer());
            changes.addCode(
                    pointers,
                    "method " + now.method(),
                    new VerdictPair(
                            client.isEmpty() ? Verdict.NONE : Verdict.breaking(reason),
                            server.isEmpty() ? Verdict.NONE : Verdict.breaking(reason)));
        }
    }

    /** Where the arguments of a method may have come to be others. */
    private List<String> arguments(Map<String, Node> old, Map<String, Node> now, Node was, Node is) {
        List<String> causes = new ArrayList<>();
        for (String in : List.of("header ", "path ", "query ")) {
            now.forEach((key, parameter) -> {
                Node other = old.get(key);
                if (key.startsWith(in) && (other == null || !other.json().equals(parameter.json()))) {
                    causes.add(parameter.pointer());
                    causes.add(parameter.pointer() + "/in");
                    causes.add(parameter.pointer() + "/schema");
                    causes.add(parameter.pointer() + "/required");
                }
            });
            old.forEach((key, parameter) -> {
                if (key.startsWith(in) && !now.containsKey(key)) {
                    causes.add(parameter.pointer());
                }
            });
        }
        body(after, is, causes);
        body(before, was, causes);
        return causes;
    }

    private static void body(Document document, Node operation, List<String> causes) {
        Node body = document.resolve(operation.get("requestBody"));
        body.get("content").members().forEach(media -> {
            Node schema = document.resolve(media.get("schema"));
            causes.add(media.pointer());
            causes.add(media.pointer() + "/schema");
            schema.get("properties").members().forEach(part -> causes.add(part.pointer()));
            causes.add(schema.pointer());
        });
        causes.add(body.pointer());
        causes.add(body.pointer() + "/required");
    }

    // -- results -----------------------------------------------------------------------------------------------------

    private void results(Operation old, Operation now, Node was, Node is, ChangeCollector changes) {
        Signatures signatures = new Signatures(types);
        String oldType = signatures.result(old);
        String newType = signatures.result(now);
        if (oldType.equals(newType)) {
            return;
        }
        List<String> pointers = new ArrayList<>();
        now.success().ifPresent(response -> place(pointers, after, is, response));
        old.success().ifPresent(response -> place(pointers, before, was, response));
        Optional<String> cause = old.success()
                .flatMap(Response::value)
                .flatMap(one -> now.success()
                        .flatMap(Response::value)
                        .map(other -> types.cause(one, other).description().pointer()));
        cause.ifPresent(pointers::add);
        pointers.add(is.pointer());
        changes.addCode(
                pointers,
                "result of " + now.method(),
                VerdictPair.breaking(
                        "the result of " + now.method() + " is of type " + newType + " now, and not " + oldType));
    }

    private static void place(List<String> pointers, Document document, Node operation, Response response) {
        Node listed = operation.get("responses").get(response.status());
        Node answer = document.resolve(listed);
        answer.get("content").members().forEach(media -> {
            pointers.add(media.get("schema").pointer());
            pointers.add(media.pointer());
        });
        pointers.add(listed.pointer());
    }

    // -- query parameters and headers --------------------------------------------------------------------------------

    private void bundle(
            Operation old, Operation now, Map<String, Node> was, Map<String, Node> is, ChangeCollector changes) {
        List<Parameter> parameters = Signatures.bundled(old);
        List<Accessors> olds = Accessors.of(members(parameters), oldApi);
        List<Accessors> news = Accessors.of(members(Signatures.bundled(now)), newApi);
        for (int i = 0; i < olds.size(); i++) {
            Accessors accessors = olds.get(i);
            Accessors other = news.stream()
                    .filter(one -> one.name().equals(accessors.name()))
                    .findFirst()
                    .orElse(null);
            String name = bundleClass(old) + "." + accessors.name() + "()";
            String oldType = types.of(accessors.value().type());
            List<String> pointers = new ArrayList<>(places(parameters.get(i), was, is));
            if (other == null) {
                bundle(pointers, accessors, name + " is gone", changes);
            } else if (!types.of(other.value().type()).equals(oldType)) {
                String newType = types.of(other.value().type());
                pointers.add(types.cause(accessors.value(), other.value())
                        .description()
                        .pointer());
                bundle(pointers, accessors, name + " is of type " + newType + " now, and not " + oldType, changes);
            }
        }
    }

    private static void bundle(List<String> pointers, Accessors accessors, String reason, ChangeCollector changes) {
        changes.addCode(pointers, "parameter " + accessors.json(), VerdictPair.breaking(reason));
    }

    private static List<Member> members(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> new Member(parameter.name(), parameter.value(), parameter.required()))
                .toList();
    }

    /** Where a parameter is and was. It may have moved to another place of the request. */
    private static List<String> places(Parameter parameter, Map<String, Node> was, Map<String, Node> is) {
        return Stream.concat(is.values().stream(), was.values().stream())
                .filter(node -> node.text("name").equalsIgnoreCase(parameter.name()))
                .flatMap(node -> Stream.of(node.pointer() + "/schema", node.pointer() + "/in", node.pointer()))
                .toList();
    }
}
