package io.github.triggerapi.server.runtime;

import io.github.triggerapi.server.api.Apis;
import io.github.triggerapi.server.api.DocumentedResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of the errors of a spec. */
final class ErrorBodies {

    private final List<DocumentedResponse> all;
    private final Map<Integer, ErrorForm> usual = new ConcurrentHashMap<>();
    private final Map<ErrorForm.Description, ErrorForm> forms = new ConcurrentHashMap<>();

    private ErrorBodies(List<DocumentedResponse> all) {
        this.all = all;
    }

    /** Returns the forms in the interfaces that are generated. */
    static ErrorBodies ofSpec() {
        return of(Apis.all());
    }

    static ErrorBodies of(List<Class<?>> apis) {
        return new ErrorBodies(apis.stream()
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .flatMap(method -> Arrays.stream(method.getAnnotationsByType(DocumentedResponse.class)))
                .filter(response -> !response.status().matches("[123].*"))
                .toList());
    }

    /** Returns the form of an error of an operation, or the usual one if none is documented for its status. */
    ErrorForm form(int status, List<DocumentedResponse> responses) {
        return matching(status, responses)
                .findFirst()
                .map(ErrorForm.Description::of)
                .map(this::form)
                .orElseGet(() -> usual(status));
    }

    /** Returns the form that most operations have for a status or, if none has any, that most errors have. */
    ErrorForm usual(int status) {
        return usual.computeIfAbsent(
                status,
                key -> Stream.of(matching(key, all).toList(), all)
                        .flatMap(responses -> mostFrequent(responses).stream())
                        .findFirst()
                        .map(this::form)
                        .orElse(ErrorForm.PLAIN));
    }

    private ErrorForm form(ErrorForm.Description description) {
        return forms.computeIfAbsent(description, ErrorForm::of);
    }

    private static Stream<DocumentedResponse> matching(int status, List<DocumentedResponse> responses) {
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .flatMap(key ->
                        responses.stream().filter(response -> response.status().equalsIgnoreCase(key)));
    }

    /** Returns the most frequent form with a body in JSON, if there is any. */
    private static List<ErrorForm.Description> mostFrequent(List<DocumentedResponse> responses) {
        Map<ErrorForm.Description, Long> counts = responses.stream()
                .map(ErrorForm.Description::of)
                .filter(ErrorForm.Description::isTyped)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        List<ErrorForm.Description> byCount = new ArrayList<>(counts.keySet());
        byCount.sort((a, b) -> Long.compare(counts.get(b), counts.get(a)));
        return byCount;
    }
}
