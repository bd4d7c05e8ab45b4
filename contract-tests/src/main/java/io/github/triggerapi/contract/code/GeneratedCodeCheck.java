package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a document with the code on the class path: every operation, parameter, body, response and schema must
 * have a counterpart in both artifacts, and neither artifact may have others.
 *
 * <p>The spec is read with Swagger Parser and the code by reflection. No code is shared with the generator.
 */
public final class GeneratedCodeCheck {

    private static final String SCHEMAS = "#/components/schemas";

    private final SwaggerSpec spec;
    private final SchemaKinds kinds;
    private final GeneratedArtifact artifact;
    private final GeneratedCode code;
    private final Findings findings;

    private GeneratedCodeCheck(SwaggerSpec spec, GeneratedArtifact artifact) {
        this.spec = spec;
        this.kinds = spec.kinds();
        this.artifact = artifact;
        this.code = GeneratedCode.on(artifact);
        this.findings = new Findings(artifact);
    }

    /** Returns a message for each finding; empty if document and code agree. */
    public static List<String> run(SwaggerSpec spec) {
        return findings(spec).stream().map(Finding::toString).toList();
    }

    /** Checks a whole document. */
    public static List<Finding> findings(SwaggerSpec spec) {
        return findings(spec, null);
    }

    /** Checks a part of a document, which must require exactly the given code. */
    public static List<Finding> run(SwaggerSpec spec, ExpectedCode expected) {
        return findings(spec, expected);
    }

    /** Returns the parts of a whole document that neither artifact expresses. */
    public static NotExpressed notExpressed(SwaggerSpec spec) {
        NotExpressed all = null;
        for (GeneratedArtifact artifact : GeneratedArtifact.values()) {
            GeneratedCodeCheck check = new GeneratedCodeCheck(spec, artifact);
            check.operationsAndComponents(null);
            NotExpressed own = check.findings.notExpressed();
            if (all == null) {
                all = own;
            } else {
                all.places().retainAll(own.places());
                all.keywords().retainAll(own.keywords());
                all.references().retainAll(own.references());
                all.expressed().addAll(own.expressed());
            }
        }
        return Objects.requireNonNull(all);
    }

    private static List<Finding> findings(SwaggerSpec spec, @Nullable ExpectedCode expected) {
        List<Finding> all = new ArrayList<>();
        for (GeneratedArtifact artifact : GeneratedArtifact.values()) {
            GeneratedCodeCheck check = new GeneratedCodeCheck(spec, artifact);
            if (expected != null) {
                check.newErrors(expected);
            }
            if (check.checkReferences()) {
                check.check(expected);
            }
            all.addAll(check.findings.all());
        }
        return all;
    }

    /** Returns the code that a part of a document requires. */
    public static ExpectedCode expectedCode(SwaggerSpec spec) {
        Map<GeneratedArtifact, Set<Class<?>>> classes = new EnumMap<>(GeneratedArtifact.class);
        for (GeneratedArtifact artifact : GeneratedArtifact.values()) {
            classes.put(artifact, new GeneratedCodeCheck(spec, artifact).operationsAndComponents(null));
        }
        SchemaCheck schemas = new SchemaCheck(spec, new Findings(GeneratedArtifact.CLIENT));
        return new ExpectedCode(
                documentedOperations(spec), classes, Set.copyOf(spec.errors()), OperationCheck.nullBodies(schemas));
    }

    private static Set<String> documentedOperations(SwaggerSpec spec) {
        return spec.operations().stream()
                .map(operation -> operation.location().label())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds a finding for each error that the document did not have when the code was generated. */
    private void newErrors(ExpectedCode expected) {
        spec.errors().stream()
                .filter(error -> !expected.errors().contains(error))
                .forEach(error -> findings.add(Location.of("#", "#"), "Swagger Parser: " + error));
    }

    /** Returns whether every reference has a target; adds a finding for each that does not. */
    private boolean checkReferences() {
        Map<String, String> dangling = spec.references().dangling();
        dangling.forEach((at, reference) ->
                findings.add(new Location(at, List.of(at, reference)), "the reference has no target: " + reference));
        return dangling.isEmpty();
    }

    private void check(@Nullable ExpectedCode expected) {
        Set<String> routes = expected == null ? code.routes().keySet() : expected.routes();
        Set<Class<?>> classes = expected == null
                ? code.classes()
                : Objects.requireNonNull(expected.classes().get(artifact));
        new ServerAndSecurityCheck(spec, findings).check(expected == null);
        Set<Class<?>> reached = operationsAndComponents(expected);
        for (String location : difference(routes, documentedOperations(spec))) {
            code.routes(location)
                    .forEach(route -> findings.add(
                            Location.of(
                                    location,
                                    "#/paths/" + Location.escaped(route.path()) + "/"
                                            + route.httpMethod().toLowerCase(Locale.ROOT)),
                            route.method().getName()
                                    + " is a method for an operation that the document does not contain"));
        }
        for (Class<?> type : difference(classes, reached)) {
            findings.add(
                    new Location(type.getSimpleName(), elements(type)),
                    "no schema of the document requires the class " + new JavaTypes(artifact).describe(type));
        }
        if (expected != null) {
            difference(documentedOperations(spec), expected.routes()).stream()
                    .filter(location -> !code.routes(location).isEmpty())
                    .forEach(location ->
                            findings.add(Location.of(location, "#/paths"), "additional operation: " + location));
        }
    }

    /** Returns the pointer of the named schemas, and that of the schema with the name of a class. */
    private List<String> elements(Class<?> type) {
        List<String> elements = new ArrayList<>();
        elements.add(SCHEMAS);
        spec.references().schemas().keySet().stream()
                .filter(name -> GeneratedCode.isNamed(type, name))
                .forEach(name -> elements.add(SCHEMAS + "/" + Location.escaped(name)));
        return elements;
    }

    private Set<Class<?>> operationsAndComponents(@Nullable ExpectedCode expected) {
        SchemaCheck schemas = new SchemaCheck(spec, findings);
        OperationCheck operations = new OperationCheck(
                schemas, expected == null ? OperationCheck.nullBodies(schemas) : expected.nullBodies());
        for (Operation operation : spec.operations()) {
            List<Route> routes = code.routes(operation.location().label());
            operations.check(operation, routes);
            routes.forEach(route -> parts(operation, route, schemas));
        }
        components(schemas);
        return schemas.reached();
    }

    /** Inline objects in multipart bodies have classes, named after the method and the part. */
    private void parts(Operation operation, Route route, SchemaCheck schemas) {
        MediaType media = operation.body().value().getContent() == null
                ? null
                : operation.body().value().getContent().get(route.bodyType());
        Schema<?> body = media == null || !route.bodyType().startsWith("multipart/") ? null : media.getSchema();
        if (body == null || body.get$ref() != null || body.getProperties() == null) {
            return;
        }
        String method = route.method().getName() + "Request";
        body.getProperties().forEach((name, part) -> {
            Schema<?> schema = part;
            String pointer = spec.pointers().of(schema);
            Location location = Location.of(operation.location().label() + " part " + name, pointer);
            List<Class<?>> classes = Stream.of(method, method + route.bodyType())
                    .flatMap(owner -> code.models(owner + name).stream())
                    .toList();
            if (kinds.of(schema) == Kind.OBJECT && schema.get$ref() == null) {
                schemas.closest(schema, classes, location)
                        .ifPresent(type -> schemas.compare(schema, UnannotatedType.of(type), location));
            }
        });
    }

    /** Named schemas that no operation uses have classes, too. */
    private void components(SchemaCheck schemas) {
        spec.references().schemas().forEach((name, node) -> {
            Schema<?> schema = node;
            if (!Set.of(Kind.OBJECT, Kind.ENUM, Kind.UNION).contains(kinds.of(schema)) || isAlias(schema)) {
                return;
            }
            String pointer = SCHEMAS + "/" + Location.escaped(name);
            Location location = Location.of(pointer, pointer);
            schemas.closest(schema, code.models(name), location)
                    .ifPresentOrElse(
                            type -> schemas.compare(schema, UnannotatedType.of(type), location),
                            () -> findings.add(location, "there is no class for the schema " + name));
        });
    }

    private boolean isAlias(Schema<?> schema) {
        return kinds.effective(schema) != schema;
    }

    private static <T> Set<T> difference(Set<T> one, Set<T> other) {
        Set<T> difference = new LinkedHashSet<>(one);
        difference.removeAll(other);
        return difference;
    }
}
