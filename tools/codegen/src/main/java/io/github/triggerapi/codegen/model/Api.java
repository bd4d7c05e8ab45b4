package io.github.triggerapi.codegen.model;

import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.openapi.SecurityScheme;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The API that a document describes.
 *
 * @param serverUrl the first server, without a slash at the end
 * @param operations in the order of the document
 * @param securitySchemes those whose credentials the client sends, in the order of the document
 * @param notes what was left out, each with its JSON pointer and the reason
 * @param meanings the meanings of strings, by the JSON pointers of their schemas or properties
 * @param clientMethods the methods of the client beyond one for each operation, by the JSON pointers of the operations
 */
public record Api(
        String title,
        String version,
        String serverUrl,
        String sha256,
        List<Operation> operations,
        List<GeneratedClass> generatedClasses,
        List<SecurityScheme> securitySchemes,
        List<String> notes,
        Map<String, List<StringMeaning>> meanings,
        Map<String, List<ClientMethod>> clientMethods) {

    /** Returns this API with the meanings of strings, by the JSON pointers of their schemas or properties. */
    public Api withMeanings(Map<String, List<StringMeaning>> others) {
        return with(others, clientMethods);
    }

    /** Returns this API with methods of the client, by the JSON pointers of their operations. */
    public Api withClientMethods(Map<String, List<ClientMethod>> others) {
        return with(meanings, others);
    }

    private Api with(Map<String, List<StringMeaning>> meanings, Map<String, List<ClientMethod>> clientMethods) {
        return new Api(
                title,
                version,
                serverUrl,
                sha256,
                operations,
                generatedClasses,
                securitySchemes,
                notes,
                meanings,
                clientMethods);
    }

    /** Returns the methods of the client that send an operation several times. */
    public List<ClientMethod> clientMethods(Operation operation) {
        return clientMethods.getOrDefault(operation.description().pointer(), List.of());
    }

    /** Returns the meanings of the strings that a member may be. */
    public List<StringMeaning> meanings(Member member) {
        return meanings.entrySet().stream()
                .filter(rule -> isMeant(rule.getKey(), member))
                .flatMap(rule -> rule.getValue().stream())
                .distinct()
                .toList();
    }

    /** Returns whether a member may be a string and has a JSON pointer, or its schema has. */
    public boolean isMeant(String pointer, Member member) {
        return (pointer.equals(member.pointer())
                        || pointer.equals(member.value().description().pointer()))
                && isString(member.value().type());
    }

    private boolean isString(Type type) {
        return type == Scalar.STRING
                || type instanceof Type.Named named
                        && generatedClass(named) instanceof UnionClass union
                        && union.variants().stream()
                                .anyMatch(variant -> variant.value().type() == Scalar.STRING);
    }

    /** Returns the members of all objects. */
    public Stream<Member> members() {
        return generatedClasses.stream()
                .flatMap(c -> c instanceof ObjectClass object ? object.members().stream() : Stream.empty());
    }

    /** Returns the names of the classes of all values in responses. */
    public Set<String> responseClasses() {
        Set<String> names = new HashSet<>();
        operations.stream()
                .flatMap(operation -> operation.responses().stream())
                .flatMap(response -> response.value().stream())
                .forEach(value -> addClasses(value.type(), names));
        return names;
    }

    private void addClasses(Type type, Set<String> names) {
        if (type instanceof Type.ListOf list) {
            addClasses(list.items().type(), names);
        } else if (type instanceof Type.MapOf map) {
            addClasses(map.values().type(), names);
        } else if (type instanceof Type.Named named && names.add(named.className())) {
            GeneratedClass generated = generatedClass(named);
            if (generated instanceof ObjectClass object) {
                object.members().forEach(member -> addClasses(member.value().type(), names));
                addClasses(object.additional().type(), names);
            } else if (generated instanceof UnionClass union) {
                union.variants().forEach(variant -> addClasses(variant.value().type(), names));
            }
        }
    }

    /** Returns whether each operation requires credentials that the client sends. */
    public boolean alwaysRequiresCredentials() {
        return !operations.isEmpty()
                && operations.stream()
                        .allMatch(operation -> !operation.security().isEmpty()
                                && operation.security().stream()
                                        .allMatch(alternative -> securitySchemes.stream()
                                                .anyMatch(scheme -> isRequired(scheme.name(), alternative))));
    }

    /** Returns whether an alternative of an operation, such as {@code key(read) & other}, requires a scheme. */
    private static boolean isRequired(String scheme, String alternative) {
        return Arrays.stream(alternative.split(" & "))
                .anyMatch(required -> required.equals(scheme) || required.startsWith(scheme + "("));
    }

    /** Returns whether the values of a type are JSON objects with a class of their own, which has a builder. */
    public boolean isObject(Type type) {
        return type instanceof Type.Named named && generatedClass(named) instanceof GeneratedClass.ObjectClass;
    }

    public GeneratedClass generatedClass(Type.Named type) {
        return generatedClasses.stream()
                .filter(d -> d.className().equals(type.className()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No class " + type.className()));
    }
}
