package io.github.triggerapi.codegen.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.ClientMethod;
import io.github.triggerapi.codegen.model.ClientMethod.Await;
import io.github.triggerapi.codegen.model.ClientMethod.CursorPages;
import io.github.triggerapi.codegen.model.ClientMethod.MemberPath;
import io.github.triggerapi.codegen.model.ClientMethod.NumberedPages;
import io.github.triggerapi.codegen.model.ClientMethod.Step;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.merge.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file beside a document that says which methods the client has beyond one for each operation, such as
 * {@code api.client-methods.yaml} of {@code api.yaml}.
 */
public final class ClientMethods {

    private static final Set<String> CURSOR_PAGES = Set.of("items", "parameter", "next");
    private static final Set<String> NUMBERED_PAGES = Set.of("items", "parameter", "pages");
    private static final Set<String> AWAIT = Set.of("status", "final");

    /** Statuses that the service sends, though the document does not list them. */
    private static final String UNLISTED = "unlisted";

    private final RuleFile file;

    private ClientMethods(RuleFile file) {
        this.file = file;
    }

    /** Thrown for a rule that leads nowhere, with what is wrong with it. */
    private static final class InvalidRuleException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidRuleException(String fault) {
            super(fault);
        }
    }

    /** Reads the file beside a document, which has no rules if it does not exist. */
    public static ClientMethods of(Path document) {
        return new ClientMethods(RuleFile.beside(document, Rules.CLIENT_METHODS));
    }

    /** Returns the file beside a document as if it had the given text. */
    public static ClientMethods of(Path document, String text) {
        return new ClientMethods(RuleFile.of(document, Rules.CLIENT_METHODS, text));
    }

    /** Returns the name of the file. */
    public String name() {
        return file.name();
    }

    /**
     * Returns an API with the methods in the file.
     *
     * @throws UnsupportedDocumentException with a line for each fault in the file
     */
    public Api addedTo(Api api) {
        Set<String> names = methodNames(api);
        Map<String, List<ClientMethod>> methods = new LinkedHashMap<>();
        file.rules().forEach((pointer, rules) -> {
            Optional<Operation> operation = api.operations().stream()
                    .filter(candidate -> candidate.description().pointer().equals(pointer))
                    .findFirst();
            if (operation.isEmpty() || !rules.isObject()) {
                file.addFault(
                        pointer,
                        operation.isEmpty()
                                ? "is not an operation; correct the pointer, or remove the rule"
                                : "has no methods; expected names with their rules");
                return;
            }
            for (Map.Entry<String, JsonNode> rule : rules.properties()) {
                try {
                    methods.computeIfAbsent(pointer, key -> new ArrayList<>())
                            .add(method(api, operation.get(), requireNew(rule.getKey(), names), rule.getValue()));
                } catch (InvalidRuleException e) {
                    file.addFault(pointer, rule.getKey() + ": " + e.getMessage());
                }
            }
        });
        file.throwIfFaulty();
        return api.withClientMethods(methods);
    }

    /** Returns the names of the methods for operations, each with the media types of its bodies, too. */
    private static Set<String> methodNames(Api api) {
        Set<String> names = new LinkedHashSet<>();
        for (Operation operation : api.operations()) {
            Stream.concat(Stream.of(operation), operation.rawAlternatives().stream())
                    .forEach(each -> Stream.concat(
                                    Stream.of(""), each.bodies().stream().map(body -> Names.pascal(body.mediaType())))
                            .forEach(suffix -> names.add(each.method() + suffix)));
        }
        return names;
    }

    private static String requireNew(String name, Set<String> names) {
        if (!Names.member(name).equals(name)) {
            throw new InvalidRuleException("not the name of a method, such as " + Names.member(name));
        }
        // As a wait has a second method.
        if (names.contains(name) || names.contains(name + "Async")) {
            throw new InvalidRuleException("another method has this name; choose a different one");
        }
        names.add(name);
        names.add(name + "Async");
        return name;
    }

    private static ClientMethod method(Api api, Operation operation, String name, JsonNode rule) {
        Set<String> keys = rule.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (keys.equals(CURSOR_PAGES)) {
            MemberPath next = path(api, operation, rule, "next", "string or integer");
            return new CursorPages(name, items(api, operation, rule), parameter(operation, rule, next.type()), next);
        }
        if (keys.equals(NUMBERED_PAGES)) {
            MemberPath count = path(api, operation, rule, "pages", "integer");
            return new NumberedPages(
                    name, items(api, operation, rule), parameter(operation, rule, Scalar.INTEGER), count);
        }
        keys.remove(UNLISTED);
        if (keys.equals(AWAIT)) {
            MemberPath status = path(api, operation, rule, "status", "string");
            return new Await(name, status, finalStatuses(api, status, rule));
        }
        throw new InvalidRuleException(
                "expected items, parameter and next, or items, parameter and pages, or status and final");
    }

    private static MemberPath items(Api api, Operation operation, JsonNode rule) {
        return path(api, operation, rule, "items", "array");
    }

    /** Returns the member of the body that a rule names, such as {@code /pagination/next}. */
    private static MemberPath path(Api api, Operation operation, JsonNode rule, String key, String expected) {
        String pointer = rule.get(key).asText();
        List<Step> steps = new ArrayList<>();
        Type type = operation
                .success()
                .flatMap(Response::value)
                .map(TypedValue::type)
                .orElseThrow(() -> new InvalidRuleException("the operation returns no JSON; remove the rule"));
        for (String token : pointer.replaceFirst("^/", "").split("/", -1)) {
            Step step = step(api, type, JsonPointers.unescape(token));
            if (step == null || !pointer.startsWith("/")) {
                throw new InvalidRuleException(key + " is " + pointer
                        + ", which is not the place of a member in the response; expected, for example, /data");
            }
            steps.add(step);
            type = step.member().value().type();
        }
        if (!isOf(api, type, expected)) {
            throw new InvalidRuleException(key + " is " + pointer + ", which is not of type " + expected);
        }
        return new MemberPath(steps);
    }

    private static Step step(Api api, Type type, String member) {
        return type instanceof Type.Named named && api.generatedClass(named) instanceof ObjectClass owner
                ? owner.member(member).map(found -> new Step(owner, found)).orElse(null)
                : null;
    }

    private static boolean isOf(Api api, Type type, String expected) {
        return switch (expected) {
            case "array" -> type instanceof Type.ListOf;
            case "integer" -> type == Scalar.INTEGER;
            case "string" ->
                type == Scalar.STRING
                        || type instanceof Type.Named named && api.generatedClass(named) instanceof EnumClass;
            default -> type == Scalar.STRING || type == Scalar.INTEGER;
        };
    }

    private static Parameter parameter(Operation operation, JsonNode rule, Type type) {
        String name = rule.get("parameter").asText();
        Parameter parameter = operation.parameters("query").stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRuleException(
                        "parameter is " + name + ", which is not a query parameter of the operation"));
        if (parameter.value().type() != type) {
            throw new InvalidRuleException(
                    "parameter is " + name + ", which has another type than the cursor or number");
        }
        return parameter;
    }

    private static List<String> finalStatuses(Api api, MemberPath status, JsonNode rule) {
        List<String> listed = new ArrayList<>();
        rule.get("final").forEach(value -> listed.add(value.asText()));
        List<String> all = new ArrayList<>(listed);
        rule.path(UNLISTED).forEach(value -> all.add(value.asText()));
        if (listed.isEmpty() || Set.copyOf(all).size() < all.size()) {
            throw new InvalidRuleException("final is " + rule.get("final") + "; expected a list of different statuses");
        }
        if (status.type() instanceof Type.Named named && api.generatedClass(named) instanceof EnumClass strings) {
            List<String> unlisted = listed.stream()
                    .filter(value -> !strings.values().contains(value))
                    .toList();
            if (!unlisted.isEmpty()) {
                throw new InvalidRuleException("final has " + String.join(", ", unlisted)
                        + ", which the document does not list; correct it, remove it, or move it to " + UNLISTED);
            }
        }
        return all;
    }
}
