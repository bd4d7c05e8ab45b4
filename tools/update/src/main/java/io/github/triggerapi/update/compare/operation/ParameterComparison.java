package io.github.triggerapi.update.compare.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.Change.Kind;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Direction;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.Routes.Route;
import io.github.triggerapi.update.compare.schema.AcceptedType;
import io.github.triggerapi.update.compare.schema.SchemaComparison;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the parameters of two operations. Those in the path are matched by their positions. */
public final class ParameterComparison {

    private static final Set<Direction> REQUEST = EnumSet.of(Direction.REQUEST);

    private final SchemaComparison schemas;
    private final ChangeCollector changes;

    public ParameterComparison(SchemaComparison schemas, ChangeCollector changes) {
        this.schemas = schemas;
        this.changes = changes;
    }

    /** Returns the parameters of an operation and of its path, by their locations and names. */
    public static Map<String, Node> of(Document document, Route route) {
        Map<String, Node> parameters = new LinkedHashMap<>();
        for (Node holder : List.of(route.path(), route.operation())) {
            for (Node listed : holder.get("parameters").elements()) {
                Node parameter = document.resolve(listed);
                if (!Operation.Parameter.isIgnored(parameter.text("in"), parameter.text("name"))) {
                    parameters.put(key(parameter, route.placeholders()), parameter);
                }
            }
        }
        return parameters;
    }

    private static String key(Node parameter, List<String> placeholders) {
        String in = parameter.text("in");
        String name = parameter.text("name");
        return switch (in) {
            case "path" -> "path " + placeholders.indexOf(name);
            // Names of headers are case-insensitive.
            case "header" -> "header " + name.toLowerCase(Locale.ROOT);
            default -> in + " " + name;
        };
    }

    public void compare(OperationComparison.Pair pair) {
        Map<String, Node> old = of(schemas.before(), pair.before());
        Map<String, Node> now = of(schemas.after(), pair.after());
        now.forEach((key, parameter) -> {
            Node was = old.get(key);
            if (was != null) {
                compare(was, parameter);
            } else if (!key.startsWith("path ")) {
                added(parameter, old, now);
            }
        });
        old.forEach((key, parameter) -> {
            if (!now.containsKey(key) && !key.startsWith("path ") && elsewhere(parameter, now, old) == null) {
                String words = words(parameter);
                changes.add(
                        ValueSetChange.ofRemoved(
                                parameter,
                                words,
                                "the " + parameter.text("in") + " parameter " + parameter.text("name"),
                                ""),
                        REQUEST);
            }
        });
    }

    private void added(Node parameter, Map<String, Node> old, Map<String, Node> now) {
        Node moved = elsewhere(parameter, old, now);
        String name = parameter.text("name");
        if (moved != null) {
            String from = name + " in " + moved.text("in");
            changes.add(
                    ValueSetChange.of(
                            moved.get("in"),
                            parameter.get("in"),
                            "location of the parameter " + name,
                            from,
                            name + " in " + parameter.text("in")),
                    REQUEST);
            return;
        }
        boolean required = parameter.flag("required");
        changes.add(
                ValueSetChange.ofAdded(parameter, words(parameter), required ? "no " + name : "", required ? "" : name),
                REQUEST);
    }

    /** Returns the parameter with the same name and another location. */
    private static @Nullable Node elsewhere(Node parameter, Map<String, Node> others, Map<String, Node> own) {
        return others.entrySet().stream()
                .filter(entry -> !own.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(other -> other.text("name").equals(parameter.text("name"))
                        && !other.text("in").equals(parameter.text("in")))
                .findFirst()
                .orElse(null);
    }

    private static String words(Node parameter) {
        return (parameter.flag("required") ? "required " : "optional ") + parameter.text("in") + " parameter "
                + parameter.text("name");
    }

    private void compare(Node old, Node now) {
        String name = now.text("name");
        boolean required = now.flag("required");
        if (required != old.flag("required")) {
            changes.add(
                    ValueSetChange.ofFlag(
                            now.pointer() + "/required", required, "whether " + name + " is required", "no " + name),
                    REQUEST);
        }
        style(old, now, name);
        empty(old, now, name);
        schemas.compare(old.get("schema"), now.get("schema"), name, shift -> changes.add(shift, REQUEST));
    }

    private void style(Node old, Node now, String name) {
        for (String keyword : List.of("style", "explode", "allowReserved")) {
            JsonNode was = effective(old, keyword);
            JsonNode is = effective(now, keyword);
            boolean seen =
                    keyword.equals("style") || isListOrObject(old, schemas.before()) || keyword.equals("allowReserved");
            if (!was.equals(is) && seen) {
                changes.add(
                        Kind.CHANGED,
                        now.pointer() + "/" + keyword,
                        keyword + " of " + name,
                        was,
                        is,
                        new VerdictPair(
                                Verdict.breaking(name + " is serialized differently"),
                                Verdict.compatible(
                                        name + " is serialized differently, which the server stubs support")));
            }
        }
    }

    private static JsonNode effective(Node parameter, String keyword) {
        if (parameter.has(keyword)) {
            return parameter.get(keyword).json();
        }
        boolean form = Set.of("query", "cookie").contains(parameter.text("in"));
        String style = parameter.has("style") ? parameter.text("style") : form ? "form" : "simple";
        return switch (keyword) {
            case "style" -> TextNode.valueOf(style);
            case "explode" -> BooleanNode.valueOf(style.equals("form"));
            default -> BooleanNode.FALSE;
        };
    }

    private static boolean isListOrObject(Node parameter, Document document) {
        return AcceptedType.of(document, parameter.get("schema")).stream()
                .anyMatch(type -> Set.of("array", "object", "any").contains(type.type()));
    }

    private void empty(Node old, Node now, String name) {
        boolean allowed = now.flag("allowEmptyValue");
        if (allowed != old.flag("allowEmptyValue")) {
            String words = name + " without a value";
            changes.add(
                    ValueSetChange.of(
                            now.pointer() + "/allowEmptyValue",
                            BooleanNode.valueOf(!allowed),
                            BooleanNode.valueOf(allowed),
                            "whether " + name + " may be empty",
                            allowed ? "" : words,
                            allowed ? words : ""),
                    REQUEST);
        }
    }
}
