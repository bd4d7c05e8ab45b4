package io.github.triggerapi.contract.code;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of a generated interface in terms of HTTP.
 *
 * @param path the path with a leading slash
 * @param parameters the parameters by location and name, such as {@code path taskIdentifier}
 * @param bodyType the media type of the request body; empty if there is none
 * @param body the type of the body; null if there is none, or it is not JSON
 * @param fields the fields of a form by name; empty if the body is none
 * @param bodyRequired whether the body is required
 * @param accept the media type of the response; empty if there is none
 * @param result the type of the response; null if there is none
 * @param responses the responses by the annotations of the method
 * @param security the alternative security requirements
 * @param server the URL of a server of its own; empty if there is none
 */
public record Route(
        Method method,
        String httpMethod,
        String path,
        Map<String, JavaMember> parameters,
        String bodyType,
        @Nullable AnnotatedType body,
        Map<String, JavaMember> fields,
        boolean bodyRequired,
        String accept,
        @Nullable AnnotatedType result,
        List<AnnotatedResponse> responses,
        List<String> security,
        String server) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final String RENAMED = "x--";
    private static final Pattern SPECIAL = Pattern.compile("-([0-9a-f]+)-");

    /**
     * A response as described by an annotation.
     *
     * @param otherType whether it is a success whose body the method does not return
     * @param type the type of the body, which may be more exact than the class
     */
    public record AnnotatedResponse(
            String status,
            Class<?> body,
            List<String> mediaTypes,
            boolean nullable,
            boolean otherType,
            AnnotatedType type) {

        static AnnotatedResponse of(
                String status,
                Class<?> body,
                String[] mediaTypes,
                boolean nullable,
                boolean otherType,
                Optional<AnnotatedType> type) {
            boolean json = mediaTypes.length == 0 && body != Void.class;
            return new AnnotatedResponse(
                    status,
                    body,
                    json ? List.of("application/json") : List.of(mediaTypes),
                    nullable,
                    otherType,
                    type.orElse(UnannotatedType.of(body)));
        }
    }

    /**
     * Returns the member that is generated for another success of a method; empty if there is none. Its name starts with that
     * of the operation, and ends with the status.
     */
    public static <M extends Member> Optional<M> ofOtherSuccess(Method method, String status, Stream<M> members) {
        String end = GeneratedNames.plain(status);
        return members.filter(member -> {
                    String name = GeneratedNames.plain(member.getName());
                    return name.endsWith(end)
                            && GeneratedNames.plain(method.getName())
                                    .startsWith(name.substring(0, name.length() - end.length()));
                })
                .max(Comparator.comparingInt(member -> member.getName().length()));
    }

    /** Returns the response with a status; empty if no annotation describes it. */
    public Optional<AnnotatedResponse> response(int status) {
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .flatMap(key ->
                        responses.stream().filter(response -> response.status().equalsIgnoreCase(key)))
                .findFirst();
    }

    /**
     * Returns the name in the spec of a placeholder in the path of generated code, which is another one if Retrofit or JAX-RS
     * do not accept it.
     */
    public static String placeholder(String name) {
        return name.startsWith(RENAMED)
                ? SPECIAL.matcher(name.substring(RENAMED.length()))
                        .replaceAll(special ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(special.group(1), 16))))
                : name;
    }

    /** Returns a path of generated code with the placeholders of the spec. */
    static String documented(String path) {
        return PLACEHOLDER
                .matcher(path)
                .replaceAll(placeholder -> Matcher.quoteReplacement("{" + placeholder(placeholder.group(1)) + "}"));
    }

    /** Returns whether this is a further method for a response that another method of the operation returns as JSON. */
    public boolean isForOtherResponse(List<Route> routes) {
        return !accept.isEmpty()
                && !SwaggerSpec.isJson(accept)
                && routes.stream()
                        .anyMatch(other -> other.label().equals(label())
                                && other.bodyType().equals(bodyType)
                                && SwaggerSpec.isJson(other.accept()));
    }

    /** Returns HTTP method and path, such as {@code POST /api/v1/tasks/{taskIdentifier}/trigger}. */
    public String label() {
        return httpMethod + " " + path;
    }
}
