package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.judge.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Changes parameters. */
final class ParameterOperators {

    private ParameterOperators() {}

    private static boolean isReference(MutationPoint parameter) {
        return parameter.has("$ref");
    }

    private static ChangeTarget target(MutationPoint parameter, String keyword) {
        return ChangeTarget.value(parameter.pointer(), keyword);
    }

    static List<Change> rename(MutationPoint parameter) {
        return isReference(parameter) ? List.of() : List.of(parameter.set("name", parameter.string("name") + "Mutant"));
    }

    static List<Change> location(MutationPoint parameter) {
        if (isReference(parameter)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (String in : List.of("path", "query", "header")) {
            if (!in.equals(parameter.string("in"))) {
                changes.add(parameter.change(target(parameter, "in"), "in: now " + in, node -> {
                    node.put("in", in);
                    node.remove(List.of("style", "explode"));
                }));
            }
        }
        return changes;
    }

    /** Changes the style to each other one that the location of the parameter allows. */
    static List<Change> style(MutationPoint parameter) {
        List<String> styles = switch (parameter.string("in")) {
            case "path" -> List.of("simple", "label", "matrix");
            case "query" -> List.of("form", "spaceDelimited", "pipeDelimited", "deepObject");
            case "header" -> List.of("simple");
            default -> List.of("form");
        };
        List<Change> changes = new ArrayList<>();
        if (parameter.has("content")) {
            return changes;
        }
        for (String style : styles) {
            String now = parameter.has("style") ? parameter.string("style") : styles.get(0);
            if (!style.equals(now) && !(repeats(parameter, now) && repeats(parameter, style))) {
                changes.add(parameter.set("style", style));
            }
        }
        if (parameter.has("style")
                && !parameter.string("style").equals(styles.get(0))
                && !(repeats(parameter, parameter.string("style")) && repeats(parameter, styles.get(0)))) {
            changes.add(parameter.remove("style"));
        }
        return changes;
    }

    /** Returns whether a style repeats the parameter for each item of an array, as all these styles do if they explode. */
    private static boolean repeats(MutationPoint parameter, String style) {
        return isOf(parameter, "array")
                && !style.equals("deepObject")
                && parameter.get("explode").asBoolean(style.equals("form"));
    }

    private static boolean isOf(MutationPoint parameter, String type) {
        JsonNode schema = parameter.semantics().resolve(parameter.get("schema"));
        return WireSemantics.types(schema).equals(List.of(type));
    }

    /** Changes explode of arrays and objects in a query; objects of style deepObject always explode. */
    static List<Change> explode(MutationPoint parameter) {
        boolean explodes = parameter.string("in").equals("query")
                && (isOf(parameter, "array") || isOf(parameter, "object"))
                && !parameter.string("style").equals("deepObject");
        String style = parameter.has("style") ? parameter.string("style") : "form";
        return explodes
                ? List.of(parameter.set("explode", !parameter.get("explode").asBoolean(style.equals("form"))))
                : List.of();
    }

    /** Makes parameters required or optional, except for path parameters. */
    static List<Change> required(MutationPoint parameter) {
        return isReference(parameter) || parameter.string("in").equals("path")
                ? List.of()
                : List.of(parameter.set("required", !parameter.get("required").asBoolean()));
    }

    /** Removes each parameter of a path or an operation. */
    static List<Change> drop(MutationPoint owner) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < owner.get("parameters").size(); i++) {
            JsonNode parameter =
                    owner.semantics().resolve(owner.get("parameters").get(i));
            String name =
                    parameter.path("in").asText() + " " + parameter.path("name").asText();
            if (Parameter.isIgnored(
                    parameter.path("in").asText(), parameter.path("name").asText())) {
                continue;
            }
            JsonNode rest = JsonNodes.without(owner.get("parameters"), i);
            changes.add(owner.change(
                    ChangeTarget.listed(owner.pointer(), "parameters", List.of(name)),
                    "removes " + name,
                    node -> node.set("parameters", rest)));
        }
        return changes;
    }

    static List<Change> add(MutationPoint owner) {
        List<Change> changes = new ArrayList<>();
        for (String in : List.of("query", "header")) {
            ObjectNode parameter = JsonNodes.object().put("in", in).put("name", "mutant");
            parameter.set("schema", JsonNodes.type("string"));
            JsonNode all = JsonNodes.with(owner.get("parameters"), parameter);
            changes.add(owner.change(
                    ChangeTarget.listed(owner.pointer(), "parameters", List.of(in + " mutant")),
                    "adds " + in + " mutant",
                    node -> node.set("parameters", all)));
        }
        return changes;
    }
}
