package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a document with the code on the class path: every operation, parameter, body, response and schema has its
 * counterpart on both sides, and neither side has one more.
 *
 * <p>The document is read with Swagger Parser and the code by reflection. Nothing here is shared with the generator.
 */
public final class GeneratedCodeCheck {

    private static final String SCHEMAS = "#/components/schemas";

    private final SwaggerSpec spec;
    private final SchemaKinds kinds;
    private final Findings findings = new Findings();

    private GeneratedCodeCheck(SwaggerSpec spec) {
        this.spec = spec;
        this.kinds = new SchemaKinds(spec);
    }

    /** What does not agree: a line for each, naming the side and the place; empty where all agrees. */
    public static List<String> run(SwaggerSpec spec) {
        return findings(spec, null).stream().map(Finding::toString).toList();
    }

    /** The same for a part of a document, which is to call for what is in a scope and nothing else. */
    public static List<Finding> run(SwaggerSpec spec, Scope scope) {
        return findings(spec, scope);
    }

    private static List<Finding> findings(SwaggerSpec spec, @Nullable Scope scope) {
        GeneratedCodeCheck check = new GeneratedCodeCheck(spec);
        for (GeneratedArtifact side : GeneratedArtifact.values()) {
            if (check.isWhole(side)) {
                check.check(side, scope);
            }
        }
        return check.findings.all();
    }

    /** What a part of a document calls for, which has to agree with the code. */
    public static Scope scope(SwaggerSpec spec) {
        GeneratedCodeCheck check = new GeneratedCodeCheck(spec);
        return new Scope(
                check.documented(),
                Map.of(
                        GeneratedArtifact.CLIENT, check.operationsAndComponents(GeneratedArtifact.CLIENT),
                        GeneratedArtifact.SERVER, check.operationsAndComponents(GeneratedArtifact.SERVER)));
    }

    private Set<String> documented() {
        return spec.operations().stream()
                .map(operation -> operation.place().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether every reference leads somewhere; what does not is on record. */
    private boolean isWhole(GeneratedArtifact side) {
        spec.errors().forEach(error -> findings.add(side, Location.of("#", "#"), "Swagger Parser: " + error));
        Map<String, String> dangling = spec.references().dangling();
        dangling.forEach((at, reference) ->
                findings.add(side, new Location(at, List.of(at, reference)), "refers to nothing: " + reference));
        return dangling.isEmpty();
    }

    private void check(GeneratedArtifact side, @Nullable Scope scope) {
        GeneratedCode code = GeneratedCode.on(side);
        Set<String> routes = scope == null ? code.routes().keySet() : scope.routes();
        Set<Class<?>> classes = scope == null
                ? code.classes()
                : Objects.requireNonNull(scope.classes().get(side));
        new DocumentCheck(spec, side, findings).check();
        Set<Class<?>> reached = operationsAndComponents(side);
        for (String place : difference(routes, documented())) {
            code.routes(place)
                    .forEach(route -> findings.add(
                            side,
                            Location.of(
                                    place,
                                    "#/paths/" + Location.escaped(route.path()) + "/"
                                            + route.verb().toLowerCase(Locale.ROOT)),
                            route.method().getName() + " is for an operation that the document does not have"));
        }
        for (Class<?> type : difference(classes, reached)) {
            findings.add(
                    side,
                    new Location(type.getSimpleName(), places(type)),
                    "no schema of the document calls for the class " + new JavaTypes(side).describe(type));
        }
        if (scope != null) {
            difference(documented(), scope.routes()).stream()
                    .filter(place -> !code.routes(place).isEmpty())
                    .forEach(
                            place -> findings.add(side, Location.of(place, "#/paths"), "one operation more: " + place));
        }
    }

    /** Where the schema of a class would be, and where it is if there is one of its name. */
    private List<String> places(Class<?> type) {
        List<String> places = new ArrayList<>();
        places.add(SCHEMAS);
        spec.references().schemas().keySet().stream()
                .filter(name -> GeneratedCode.isNamed(type, name))
                .forEach(name -> places.add(SCHEMAS + "/" + Location.escaped(name)));
        return places;
    }

    private Set<Class<?>> operationsAndComponents(GeneratedArtifact side) {
        ModelCheck models = new ModelCheck(spec, side, findings);
        OperationCheck operations = new OperationCheck(side, models, findings);
        for (Operation operation : spec.operations()) {
            operations.check(
                    operation, GeneratedCode.on(side).routes(operation.place().text()));
        }
        components(side, models);
        return models.reached();
    }

    /** Schemas that no operation uses have their classes, too. */
    private void components(GeneratedArtifact side, ModelCheck models) {
        spec.references().schemas().forEach((name, node) -> {
            Schema<?> schema = node;
            if (!Set.of(Kind.OBJECT, Kind.ENUM, Kind.UNION).contains(kinds.of(schema)) || isAlias(schema)) {
                return;
            }
            String pointer = SCHEMAS + "/" + Location.escaped(name);
            Location place = Location.of(pointer, pointer);
            GeneratedCode.on(side)
                    .model(name)
                    .ifPresentOrElse(
                            type -> models.compare(schema, UnannotatedType.of(type), place),
                            () -> findings.add(side, place, "no class of the name " + name));
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
