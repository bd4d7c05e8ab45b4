package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Emitter;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A revision of the spec with what the generators make of it. */
record Revision(Document document, Api api, Map<String, Definition> definitions) {

    static Revision of(Document document, String name) {
        Api api = ApiReader.read(document, name);
        Map<String, Definition> definitions = new LinkedHashMap<>();
        api.definitions().forEach(definition -> definitions.put(definition.className(), definition));
        return new Revision(document, api, definitions);
    }

    /** Generates the source files of a target, by their paths. */
    Map<String, String> generate(Target target) {
        return new Emitter(api, target, target.packages()).files();
    }

    Optional<Operation> operation(Node operation) {
        return api.operations().stream()
                .filter(other -> pointer(other).equals(operation.pointer()))
                .findFirst();
    }

    static String pointer(Operation operation) {
        return "#/paths/" + operation.path().replace("~", "~0").replace("/", "~1") + "/"
                + operation.verb().toLowerCase(Locale.ROOT);
    }
}
