package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rejects ambiguous operations, paths and parameters. */
final class OperationCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Document document;
    private final Problems faults;
    private final Map<String, Node> ids = new HashMap<>();
    private final Map<String, Node> templates = new HashMap<>();

    private OperationCheck(Document document, Problems faults) {
        this.document = document;
        this.faults = faults;
    }

    static void check(Document document, Problems faults) {
        OperationCheck operations = new OperationCheck(document, faults);
        document.root().get("paths").members().stream()
                .filter(path -> !path.key().startsWith("x-"))
                .forEach(operations::checkPath);
    }

    private void checkPath(Node path) {
        if (!path.key().startsWith("/")) {
            faults.add(path, "the path " + path.key() + "; expected one that begins with /");
        }
        String template = PLACEHOLDER.matcher(path.key()).replaceAll("{}");
        Node other = templates.putIfAbsent(template, path);
        if (other != null) {
            faults.add(path, "the same path as " + other.pointer() + ", but for names; expected each path once");
        }
        Set<String> placeholders = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(path.key());
        while (matcher.find()) {
            if (!placeholders.add(matcher.group(1))) {
                faults.add(path, "{" + matcher.group(1) + "} is there twice; expected each placeholder once");
            }
        }
        HttpMethods.operations(path).forEach(operation -> {
            checkId(operation);
            checkParameters(path, operation, placeholders);
        });
    }

    private void checkId(Node operation) {
        JsonNode id = operation.get("operationId").json();
        if (!id.isTextual() || id.asText().isBlank()) {
            faults.add(operation, "no operationId; expected one, after which its method is named");
            return;
        }
        Node other = ids.putIfAbsent(id.asText(), operation);
        if (other != null) {
            faults.add(
                    operation.get("operationId"),
                    id.asText() + " is also that of " + other.pointer() + "; expected each operationId once");
        }
    }

    private void checkParameters(Node path, Node operation, Set<String> placeholders) {
        Map<String, Node> parameters = new LinkedHashMap<>();
        for (Node holder : List.of(path, operation)) {
            Map<String, Node> own = new HashMap<>();
            for (Node element : holder.get("parameters").elements()) {
                Node parameter = resolved(element);
                String name = parameter.text("in") + " " + parameter.text("name");
                if (own.putIfAbsent(name, element) != null) {
                    faults.add(element, "the same parameter as " + own.get(name).pointer() + "; expected each once");
                }
            }
            parameters.putAll(own);
        }
        for (String name : placeholders) {
            if (!parameters.containsKey("path " + name)) {
                faults.add(operation, "no parameter for {" + name + "} of the path; expected one in path of that name");
            }
        }
        List<String> extra = new ArrayList<>(parameters.keySet());
        extra.removeIf(name -> !name.startsWith("path ") || placeholders.contains(name.substring(5)));
        extra.forEach(name -> faults.add(
                parameters.get(name),
                "the path " + path.key() + " has no {" + name.substring(5) + "}; expected it there"));
    }

    /** Returns the node itself if it refers to nothing, which {@link ReferenceCheck} reports. */
    private Node resolved(Node node) {
        try {
            return document.resolve(node);
        } catch (DocumentException e) {
            return node;
        }
    }
}
