package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.judge.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Changes of parameters. */
final class ParameterOperators {

    private ParameterOperators() {}

    private static boolean isReference(Site parameter) {
        return parameter.has("$ref");
    }

    private static Target target(Site parameter, String keyword) {
        return Target.value(parameter.pointer(), keyword);
    }

    static List<Change> rename(Site parameter) {
        return isReference(parameter)
                ? List.of()
                : List.of(parameter.set("name", Json.text(parameter.text("name") + "Mutant")));
    }

    static List<Change> place(Site parameter) {
        if (isReference(parameter)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (String in : List.of("path", "query", "header")) {
            if (!in.equals(parameter.text("in"))) {
                changes.add(parameter.change(target(parameter, "in"), "in: now " + in, node -> {
                    node.put("in", in);
                    node.remove(List.of("style", "explode"));
                }));
            }
        }
        return changes;
    }

    /** Every style that its place knows but the one that it has, or has by default. */
    static List<Change> style(Site parameter) {
        List<String> styles = switch (parameter.text("in")) {
            case "path" -> List.of("simple", "label", "matrix");
            case "query" -> List.of("form", "spaceDelimited", "pipeDelimited", "deepObject");
            default -> List.<String>of();
        };
        List<Change> changes = new ArrayList<>();
        for (String style : styles) {
            String now = parameter.has("style") ? parameter.text("style") : styles.get(0);
            if (!style.equals(now)) {
                changes.add(parameter.set("style", Json.text(style)));
            }
        }
        if (parameter.has("style") && !parameter.text("style").equals(styles.get(0))) {
            changes.add(parameter.remove("style"));
        }
        return changes;
    }

    /** Only of an array in a query it is seen whether it is taken apart: an object of style deepObject always is. */
    static List<Change> explode(Site parameter) {
        JsonNode schema = parameter.wire().resolve(parameter.get("schema"));
        boolean array =
                Wire.types(schema).contains("array") && parameter.text("in").equals("query");
        return array && (!parameter.has("explode") || parameter.get("explode").asBoolean())
                ? List.of(parameter.set("explode", Json.bool(false)))
                : List.of();
    }

    /** A parameter of a path is always required. */
    static List<Change> required(Site parameter) {
        return isReference(parameter) || parameter.text("in").equals("path")
                ? List.of()
                : List.of(parameter.set(
                        "required", Json.bool(!parameter.get("required").asBoolean())));
    }

    /** Every parameter of a path or an operation goes. */
    static List<Change> drop(Site owner) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < owner.get("parameters").size(); i++) {
            JsonNode parameter = owner.wire().resolve(owner.get("parameters").get(i));
            String name =
                    parameter.path("in").asText() + " " + parameter.path("name").asText();
            if (Parameter.isIgnored(
                    parameter.path("in").asText(), parameter.path("name").asText())) {
                continue;
            }
            JsonNode rest = Json.without(owner.get("parameters"), i);
            changes.add(owner.change(
                    Target.listed(owner.pointer(), "parameters", List.of(name)),
                    "no " + name,
                    node -> node.set("parameters", rest)));
        }
        return changes;
    }

    static List<Change> add(Site owner) {
        List<Change> changes = new ArrayList<>();
        for (String in : List.of("query", "header")) {
            ObjectNode parameter = Json.object().put("in", in).put("name", "mutant");
            parameter.set("schema", Json.type("string"));
            JsonNode all = owner.has("parameters")
                    ? Json.with(owner.get("parameters"), parameter)
                    : Json.array(List.of(parameter));
            changes.add(owner.change(
                    Target.listed(owner.pointer(), "parameters", List.of(in + " mutant")),
                    "one more: " + in + " mutant",
                    node -> node.set("parameters", all)));
        }
        return changes;
    }
}
