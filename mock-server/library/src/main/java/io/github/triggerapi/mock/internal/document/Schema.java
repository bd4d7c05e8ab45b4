package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.triggerapi.mock.internal.concurrent.Lazy;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON Schema in the document. */
public final class Schema {
    /** Branches may fail although the whole value is valid, so their errors alone are not conclusive. */
    private static final Pattern IN_BRANCH = Pattern.compile("/(anyOf|oneOf|not|if|contains)/.*");

    private static final Set<String> UNIONS = Set.of("anyOf", "oneOf");

    private final JsonNode root;
    private final Lazy<Predicate<JsonNode>> accepted;
    private final Lazy<Predicate<String>> checkedMembers;
    private final Lazy<Function<JsonNode, Validator.Result>> validator;

    private Schema(
            JsonNode root,
            Supplier<Predicate<JsonNode>> accepted,
            Supplier<Predicate<String>> checkedMembers,
            Supplier<Function<JsonNode, Validator.Result>> validator) {
        this.root = root;
        this.accepted = new Lazy<>(accepted);
        this.checkedMembers = new Lazy<>(checkedMembers);
        this.validator = new Lazy<>(validator);
    }

    /**
     * Returns whether the schema has rules for a member of an object, as far as that is known without a value.
     *
     * @param member the name of the member, empty for the value itself
     */
    public boolean checks(String member) {
        return checkedMembers.get().test(member);
    }

    /** Returns the schema at a pointer. */
    public static Schema at(Document document, String pointer) {
        return new Source(document, MessageDirection.RESPONSE).at(pointer);
    }

    /**
     * Returns what is invalid in a value, null if it is valid.
     *
     * @param prefix the location of the value, empty for the top level of a body
     */
    public @Nullable String check(JsonNode value, String prefix) {
        return accepts(value) ? null : problem(value, prefix);
    }

    /** Returns whether a value is known to be valid without a validator, which is slow and takes time to load. */
    public boolean accepts(JsonNode value) {
        return accepted.get().test(value);
    }

    /** Returns what the validator finds invalid in a value, null if it is valid. */
    @Nullable
    String problem(JsonNode value, String prefix) {
        Validator.Result result = validator.get().apply(value);
        if (result.isValid()) {
            return null;
        }
        List<Error> errors = result.getErrors();
        return "Validation error: " + message(first(errors), errors, value, prefix);
    }

    /** Returns what is invalid in a value that fits no alternative, by the alternative that is closest. */
    private String message(Error error, List<Error> all, JsonNode value, String prefix) {
        if (!UNIONS.contains(String.valueOf(error.getKeyword()))) {
            return ValidationMessages.of(error, schema(error), value, prefix);
        }
        List<List<Error>> alternatives = alternatives(error, all);
        if (alternatives.size() < schema(error).path(error.getKeyword()).size()) {
            // The others are satisfied, which are too many.
            return ValidationMessages.of(error, schema(error), value, prefix);
        }
        List<Error> ofOtherKinds = alternatives.stream()
                .flatMap(List::stream)
                .filter(other -> "type".equals(other.getKeyword())
                        && other.getInstanceLocation().equals(error.getInstanceLocation()))
                .toList();
        return alternatives.stream()
                .filter(errors -> Collections.disjoint(errors, ofOtherKinds))
                .min(Comparator.comparingLong(Schema::choices).thenComparingInt(List::size))
                .map(closest -> message(deepest(closest, error), all, value, prefix))
                .orElseGet(() -> ofOtherKinds.isEmpty()
                        ? ValidationMessages.of(error, schema(error), value, prefix)
                        : ValidationMessages.ofTypes(
                                ofOtherKinds.stream().map(this::schema).toList(), error, value, prefix));
    }

    /** Returns what is invalid in each alternative of a union. */
    private static List<List<Error>> alternatives(Error union, List<Error> all) {
        String path = union.getEvaluationPath() + "/";
        Map<String, List<Error>> errors = new TreeMap<>();
        all.stream()
                .filter(other -> other.getEvaluationPath().startsWith(path))
                .forEach(other -> errors.computeIfAbsent(
                                other.getEvaluationPath()
                                        .substring(path.length())
                                        .split("/")[0],
                                index -> new ArrayList<>())
                        .add(other));
        return List.copyOf(errors.values());
    }

    /** Returns how many members select another alternative. */
    private static long choices(List<Error> errors) {
        return errors.stream()
                .filter(error -> "const".equals(error.getKeyword()) || "enum".equals(error.getKeyword()))
                .count();
    }

    private static Error deepest(List<Error> errors, Error union) {
        int start = union.getEvaluationPath().length() + 1;
        return errors.stream()
                .filter(error -> !IN_BRANCH
                        .matcher(error.getEvaluationPath().substring(start))
                        .find())
                .max(Comparator.comparingInt(
                        error -> error.getInstanceLocation().length()))
                .orElse(errors.get(0));
    }

    private JsonNode schema(Error error) {
        String location = error.getSchemaLocation();
        return root.at(JsonPointer.compile(location.substring(location.indexOf('#') + 1)));
    }

    private static Error first(List<Error> errors) {
        return errors.stream()
                .filter(error -> !IN_BRANCH.matcher(error.getEvaluationPath()).find())
                .filter(error -> !"allOf".equals(error.getKeyword()))
                .findFirst()
                .orElse(errors.get(0));
    }

    /** The schemas of one document. Nothing is prepared before a value is checked. */
    static final class Source {
        private static final URI BASE = URI.create("https://document.invalid/openapi");

        private final Document document;
        private final Lazy<Validator> validator;
        private final AtomicInteger count = new AtomicInteger();

        Source(Document document, MessageDirection direction) {
            this.document = document;
            this.validator = new Lazy<>(() -> validator(direction.applyTo(document)));
        }

        private static Validator validator(JsonNode root) {
            EvaluatorFactory keywords = new EvaluatorFactory.Builder()
                    .withKeyword("format", DateTimeFormat::evaluator)
                    .withKeyword("pattern", BoundedPattern::evaluator)
                    .build();
            Validator validator = new ValidatorFactory()
                    .withDisabledSchemaValidation(true)
                    .withEvaluatorFactory(keywords)
                    .createValidator();
            validator.registerSchema(BASE, root);
            return validator;
        }

        Schema at(String pointer) {
            return new Schema(
                    document.root(),
                    () -> FastValidator.of(document, document.target(pointer).json()),
                    () -> checkedMembers(document.target(pointer).json()),
                    () -> validated(reference(pointer)));
        }

        private JsonNode reference(String pointer) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            // A missing schema accepts any value.
            return document.target(pointer).exists()
                    // By a reference, because only its fragment is percent-decoded, and pointers to paths contain
                    // braces.
                    ? schema.put("$ref", BASE + "#" + URLEncoder.encode(pointer.substring(1), StandardCharsets.UTF_8))
                    : schema;
        }

        private Predicate<String> checkedMembers(JsonNode schema) {
            JsonNode object = schema;
            // References may be chained, and a document may have circular ones.
            for (int i = 0; i < 10 && object.has("$ref"); i++) {
                object = document.target(object.path("$ref").asText()).json();
            }
            Set<String> keywords = keywords(object);
            keywords.removeAll(Set.of("type", "properties", "required"));
            if (object.isMissingNode() || !keywords.isEmpty()) {
                return member -> true;
            }
            return object.path("properties").properties().stream()
                    .filter(property -> !keywords(property.getValue()).isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet())::contains;
        }

        /** Returns the keywords that may reject a value. */
        static Set<String> keywords(JsonNode schema) {
            return schema.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(keyword -> !SchemaKeyword.isUnrestrictive(keyword))
                    .collect(Collectors.toCollection(HashSet::new));
        }

        /** Returns a schema that is not part of the document, but refers to it. */
        Schema of(JsonNode schema) {
            return new Schema(
                    document.root(),
                    () -> FastValidator.of(document, schema),
                    () -> member -> true,
                    () -> validated(withAbsoluteReferences(schema)));
        }

        private static JsonNode withAbsoluteReferences(JsonNode schema) {
            JsonNode copy = schema.deepCopy();
            for (JsonNode parent : copy.findParents("$ref")) {
                String reference = parent.path("$ref").asText();
                if (reference.startsWith("#")) {
                    ((ObjectNode) parent).put("$ref", BASE + reference);
                }
            }
            return copy;
        }

        private Function<JsonNode, Validator.Result> validated(JsonNode schema) {
            URI uri = BASE.resolve("schema-" + count.getAndIncrement());
            validator.get().registerSchema(uri, schema);
            return value -> validator.get().validate(uri, value);
        }
    }
}
