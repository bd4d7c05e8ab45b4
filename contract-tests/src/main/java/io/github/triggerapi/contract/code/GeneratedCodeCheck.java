package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKind.Kind;
import io.github.triggerapi.contract.code.Spec.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a document with the code on the class path: every operation, parameter, body, answer and schema has its
 * counterpart on both sides, and neither side has one more.
 *
 * <p>The document is read with Swagger Parser and the code by reflection. Nothing here is shared with the generator.
 */
public final class GeneratedCodeCheck {

    private final Spec spec;
    private final SchemaKind kinds;
    private final Findings findings = new Findings();

    private GeneratedCodeCheck(Spec spec) {
        this.spec = spec;
        this.kinds = new SchemaKind(spec);
    }

    /** What does not agree: a line for each, naming the side and the place; empty where all agrees. */
    public static List<String> run(Spec spec) {
        GeneratedCodeCheck check = new GeneratedCodeCheck(spec);
        for (Side side : Side.values()) {
            check.check(side);
        }
        return check.findings.lines();
    }

    private void check(Side side) {
        ModelCheck models = new ModelCheck(spec, side, findings);
        List<Class<?>> apis = PackageClasses.of(side.anchor(), side.apiPackage()).stream()
                .filter(Class::isInterface)
                .filter(type -> side == Side.CLIENT
                        ? type.getSimpleName().endsWith("Api")
                        : type.isAnnotationPresent(Path.class))
                .toList();
        List<Route> routes = new ArrayList<>();
        apis.forEach(api -> routes.addAll(side == Side.CLIENT ? ClientRoutes.of(api) : ServerRoutes.of(api)));
        for (Operation operation : spec.operations()) {
            operation(side, operation, routes, models);
        }
        Set<String> documented =
                spec.operations().stream().map(Operation::place).collect(Collectors.toSet());
        for (Route route : routes) {
            findings.expect(
                    documented.contains(route.place()),
                    side,
                    route.place(),
                    route.method().getName() + " is for an operation that the document does not have");
        }
        components(side, models);
        classes(side, models);
    }

    // -- operations --------------------------------------------------------------------------------------------------

    private void operation(Side side, Operation operation, List<Route> all, ModelCheck models) {
        String place = operation.place();
        List<Route> routes =
                all.stream().filter(route -> route.place().equals(place)).toList();
        Set<String> bodyTypes = new TreeSet<>(operation.bodies().keySet());
        boolean withoutBody = bodyTypes.isEmpty() || side == Side.CLIENT && !operation.bodyRequired();
        List<String> expected = new ArrayList<>(bodyTypes);
        if (withoutBody) {
            expected.add(0, "");
        }
        List<String> found = routes.stream().map(Route::bodyType).sorted().toList();
        if (!found.equals(expected)) {
            findings.add(
                    side, place, "expected one method for each of the body types " + expected + ", found " + found);
        }
        for (Route route : routes) {
            methodName(side, operation, route);
            parameters(side, operation, route, models);
            body(side, operation, route, models);
            result(side, operation, route, models);
            otherResponses(side, operation, route, models);
        }
    }

    private void methodName(Side side, Operation operation, Route route) {
        String id = operation.id().replaceAll("[^A-Za-z0-9]", "");
        findings.expect(
                route.method().getName().replaceAll("[^A-Za-z0-9]", "").regionMatches(true, 0, id, 0, id.length()),
                side,
                operation.place(),
                "operationId is " + operation.id() + ", the method is called "
                        + route.method().getName());
    }

    private void parameters(Side side, Operation operation, Route route, ModelCheck models) {
        Map<String, Parameter> documented = new TreeMap<>();
        operation.parameters().forEach(p -> documented.put(p.getIn() + " " + p.getName(), p));
        Set<String> names = new TreeSet<>(documented.keySet());
        names.addAll(route.parameters().keySet());
        for (String name : names) {
            String place = operation.place() + " parameter " + name;
            Parameter parameter = documented.get(name);
            JavaMember member = route.parameters().get(name);
            if (parameter == null) {
                findings.add(side, place, route.method().getName() + " has it, but the document does not");
            } else if (member == null) {
                findings.add(
                        side, place, "in the document, but " + route.method().getName() + " does not have it");
            } else {
                boolean required = Boolean.TRUE.equals(parameter.getRequired());
                findings.expect(
                        required == member.required(),
                        side,
                        place,
                        "required is " + required + " in the document only");
                parameterType(side, parameter, member, place, models);
            }
        }
    }

    /** Date-times in a URL are texts on the server and in paths, as neither framework converts them. */
    private void parameterType(Side side, Parameter parameter, JavaMember member, String place, ModelCheck models) {
        boolean dateTime = kinds.of(parameter.getSchema()) == Kind.DATE_TIME
                && ModelCheck.raw(member.type().getType()) == String.class;
        if (!dateTime) {
            models.compare(
                    parameter.getSchema(),
                    member.type(),
                    new AnnotatedElement[] {member.annotated(), member.type()},
                    place);
        }
    }

    private void body(Side side, Operation operation, Route route, ModelCheck models) {
        MediaType media = operation.bodies().get(route.bodyType());
        Schema<?> schema = media == null ? null : media.getSchema();
        String place = operation.place() + " request body " + route.bodyType();
        if (schema != null && isJson(route.bodyType())) {
            if (route.body() == null) {
                findings.add(side, place, route.method().getName() + " takes no JSON body");
            } else {
                models.compare(schema, route.body(), place);
            }
        }
    }

    private void result(Side side, Operation operation, Route route, ModelCheck models) {
        ApiResponse success = operation.success();
        String place = operation.place() + " success";
        Content content = success == null ? null : success.getContent();
        String mediaType = content == null || content.isEmpty()
                ? ""
                : content.keySet().iterator().next();
        if (!mediaType.isEmpty()) {
            findings.expect(
                    mediaType.equals(route.accept()),
                    side,
                    place,
                    "the document answers " + mediaType + ", the code expects " + route.accept());
        }
        Schema<?> schema = isJson(mediaType)
                ? Objects.requireNonNull(content).get(mediaType).getSchema()
                : null;
        if (schema == null) {
            findings.expect(route.result() == null, side, place, "the document has no JSON answer, the code has");
        } else if (route.result() == null) {
            findings.add(side, place, "the document has a JSON answer, the code has none");
        } else {
            models.compare(schema, route.result(), place);
        }
    }

    private void otherResponses(Side side, Operation operation, Route route, ModelCheck models) {
        Map<String, Class<?>> generated = side.otherResponses(route.method());
        Map<String, ApiResponse> documented = new TreeMap<>(operation.responses());
        documented.values().removeIf(response -> response == operation.success());
        findings.expect(
                documented.keySet().equals(generated.keySet()),
                side,
                operation.place(),
                "beside success the document has " + documented.keySet() + ", the code has " + generated.keySet());
        generated.forEach((status, type) -> {
            ApiResponse response = documented.get(status);
            Schema<?> schema = response == null ? null : json(response.getContent());
            String place = operation.place() + " answer " + status;
            if (schema != null && type != side.any()) {
                models.compare(schema, ClassType.of(type), place);
            } else if (response != null && schema == null) {
                findings.expect(type == Void.class, side, place, "no JSON in the document, " + type + " in the code");
            }
        });
    }

    private static @Nullable Schema<?> json(@Nullable Content content) {
        return content == null
                ? null
                : content.entrySet().stream()
                        .filter(entry -> isJson(entry.getKey()))
                        .map(entry -> entry.getValue().getSchema())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("*/*") || mediaType.matches("application/([^;]*\\+)?json.*");
    }

    // -- schemas -----------------------------------------------------------------------------------------------------

    /** Schemas that no operation uses have their classes, too. */
    private void components(Side side, ModelCheck models) {
        Map<?, ?> schemas = spec.openApi().getComponents() == null
                ? null
                : spec.openApi().getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        schemas.forEach((name, schema) -> {
            Kind kind = kinds.of((Schema<?>) schema);
            if (!Set.of(Kind.OBJECT, Kind.ENUM, Kind.UNION).contains(kind) || isAlias((Schema<?>) schema)) {
                return;
            }
            List<Class<?>> named = modelClasses(side).stream()
                    .filter(type -> type.getSimpleName()
                            .equalsIgnoreCase(name.toString().replaceAll("[^A-Za-z0-9]", "")))
                    .toList();
            if (named.isEmpty()) {
                findings.add(side, "#/components/schemas/" + name, "no class of that name");
            } else {
                models.compare((Schema<?>) schema, ClassType.of(named.get(0)), "#/components/schemas/" + name);
            }
        });
    }

    private boolean isAlias(Schema<?> schema) {
        return kinds.effective(schema) != schema;
    }

    private void classes(Side side, ModelCheck models) {
        Set<Class<?>> more = new HashSet<>(modelClasses(side));
        more.removeAll(models.reached());
        more.forEach(
                type -> findings.add(side, type.getSimpleName(), "no schema of the document calls for this class"));
    }

    private static List<Class<?>> modelClasses(Side side) {
        return PackageClasses.of(side.anchor(), side.modelPackage()).stream()
                .filter(type -> !type.isAnnotation())
                .toList();
    }
}
