package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Subschemas;
import io.github.triggerapi.update.compare.change.Direction;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds the directions in which operations use each named schema. */
final class SchemaDirections {

    private final Document document;
    private final Map<String, Set<Direction>> reached = new HashMap<>();

    SchemaDirections(Document document) {
        this.document = document;
        for (Node path : document.root().get("paths").members()) {
            path.get("parameters").elements().forEach(this::parameter);
            HttpMethods.operations(path).forEach(this::operation);
        }
    }

    /** Returns the directions of the schema at a pointer; empty if no operation uses it. */
    Set<Direction> of(String pointer) {
        return reached.getOrDefault(pointer, EnumSet.noneOf(Direction.class));
    }

    private void operation(Node operation) {
        operation.get("parameters").elements().forEach(this::parameter);
        content(document.resolve(operation.get("requestBody")), Direction.REQUEST);
        for (Node listed : operation.get("responses").members()) {
            Node response = document.resolve(listed);
            content(response, Direction.RESPONSE);
            response.get("headers")
                    .members()
                    .forEach(header -> schema(document.resolve(header).get("schema"), Direction.RESPONSE));
        }
    }

    private void parameter(Node parameter) {
        schema(document.resolve(parameter).get("schema"), Direction.REQUEST);
    }

    private void content(Node message, Direction direction) {
        message.get("content").members().forEach(media -> schema(media.get("schema"), direction));
    }

    private void schema(Node schema, Direction direction) {
        if (schema.has("$ref")) {
            String target = schema.text("$ref");
            if (reached.computeIfAbsent(target, t -> EnumSet.noneOf(Direction.class))
                    .add(direction)) {
                schema(document.at(target), direction);
            }
        }
        for (Node member : schema.members()) {
            switch (SchemaKeyword.of(member.key())
                    .map(SchemaKeyword::subschemas)
                    .orElse(Subschemas.NONE)) {
                case ONE -> schema(member, direction);
                case LIST -> member.elements().forEach(element -> schema(element, direction));
                case MAP -> member.members().forEach(named -> schema(named, direction));
                case NONE -> {}
            }
        }
    }
}
