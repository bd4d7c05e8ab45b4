package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names of a document do not collide with those that generated code uses.
 *
 * <p>The names are those of generated code: each identifier in it becomes the name of a member, a parameter, a part, an
 * operation, a tag, a value and a schema of a document.
 */
class IdentifiersTest {

    private static final Path SHAPES = Path.of("src/test/resources/documents/shapes.yaml");
    private static final Pattern NOT_CODE =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])'|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("\\b[a-zA-Z]\\w*");

    /** A class from each template that contains names of the document. */
    private static final Set<String> WITH_NAMES = Set.of(
            "Thing", "State", "ThingMixed", "GetThingParameters", "GetThingHeaders", "FilesApi", "TriggerApis", "Apis");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void namesOfTheDocumentDoNotCollideWithGeneratedCode(Target target)
            throws IOException, ReflectiveOperationException {
        Set<String> identifiers = identifiers();
        assertThat(identifiers).contains("other", "that", "object", "builder", "value", "variant", "known", "String");
        Path document = Files.writeString(folder.resolve("api.yaml"), MAPPER.writeValueAsString(document(identifiers)));

        GeneratedCode code = GeneratedCode.of(document, target, folder.resolve("code"));

        ClassLoader loader = code.load();
        List<List<String>> groups = groups(identifiers);
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < groups.size(); i++) {
                Class<?> type = loader.loadClass(target.packages().model() + "." + kind.schema + i);
                assertMembersAreDistinct(type, target, kind, groups.get(i));
            }
        }
    }

    /** The kind of a class's members. */
    private enum Kind {
        NULLABLE(
                "AllNullable",
                "{\"type\": [\"string\", \"null\"], \"default\": \"a\"}",
                number -> number % 3 == 0 ? "null" : "\"a" + number + "\""),
        ANY("AllAny", "{}", number -> "{\"a\":" + number + "}");

        final String schema;
        final String member;
        final Function<Integer, String> value;

        Kind(String schema, String member, Function<Integer, String> value) {
            this.schema = schema;
            this.member = member;
            this.value = value;
        }
    }

    private static void assertMembersAreDistinct(Class<?> type, Target target, Kind kind, List<String> names)
            throws JsonProcessingException, ReflectiveOperationException {
        ObjectNode json = MAPPER.createObjectNode();
        for (String name : names) {
            json.set(name, MAPPER.readTree(kind.value.apply(json.size())));
        }
        Object object = read(json, type, target);

        assertThat(MAPPER.readTree(write(object, target))).as(kind.schema).isEqualTo(json);
        assertThat(read(json, type, target)).as(kind.schema).isEqualTo(object).hasSameHashCodeAs(object);
        assertThat(throughBuilder(object)).as(kind.schema).isEqualTo(object).hasToString(object.toString());
        for (String name : names) {
            JsonNode without = json.deepCopy().without(name);
            assertThat(read(without, type, target))
                    .as(kind.schema + " without " + name)
                    .isNotEqualTo(object);
        }
    }

    private static Object throughBuilder(Object object) throws ReflectiveOperationException {
        Object builder = object.getClass().getMethod("toBuilder").invoke(object);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object read(JsonNode json, Class<?> type, Target target) throws JsonProcessingException {
        return target == Target.CLIENT ? new Gson().fromJson(json.toString(), type) : MAPPER.treeToValue(json, type);
    }

    private static String write(Object object, Target target) throws JsonProcessingException {
        return target == Target.CLIENT ? new Gson().toJson(object) : MAPPER.writeValueAsString(object);
    }

    /** Returns all identifiers in generated code other than imports. */
    private Set<String> identifiers() {
        Set<String> identifiers = new TreeSet<>();
        Set<String> imported = new TreeSet<>();
        for (Target target : Target.values()) {
            GeneratedCode code = GeneratedCode.notCompiled(SHAPES, target, folder.resolve("shapes" + target));
            code.sources().forEach((className, source) -> {
                source.lines()
                        .filter(line -> line.startsWith("import "))
                        .map(line -> line.substring(line.lastIndexOf('.') + 1, line.length() - 1))
                        .forEach(imported::add);
                Matcher matcher = IDENTIFIER.matcher(NOT_CODE.matcher(source).replaceAll(" "));
                while (matcher.find()) {
                    if (WITH_NAMES.contains(className)
                            || Character.isUpperCase(matcher.group().charAt(0))) {
                        identifiers.add(matcher.group());
                    }
                }
            });
        }
        identifiers.removeAll(imported);
        return identifiers;
    }

    /** Returns the identifiers of variables and methods in groups, as a method has at most 255 parameters. */
    private static List<List<String>> groups(Set<String> identifiers) {
        List<String> names = identifiers.stream()
                .filter(name -> Character.isLowerCase(name.charAt(0)))
                .toList();
        List<List<String>> groups = new ArrayList<>();
        for (int start = 0; start < names.size(); start += 60) {
            groups.add(names.subList(start, Math.min(start + 60, names.size())));
        }
        return groups;
    }

    // -- the document ------------------------------------------------------------------------------------------------

    private static JsonNode document(Set<String> identifiers) throws JsonProcessingException {
        ObjectNode document = MAPPER.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Identifiers").put("version", "1");
        document.putArray("servers").addObject().put("url", "https://example.com");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        List<List<String>> groups = groups(identifiers);
        for (Kind kind : Kind.values()) {
            for (List<String> group : groups) {
                ObjectNode schema = schemas.putObject(kind.schema + groups.indexOf(group));
                ObjectNode members = schema.put("type", "object").putObject("properties");
                for (String name : group) {
                    members.set(name, MAPPER.readTree(kind.member));
                }
            }
        }
        ObjectNode values = schemas.putObject("AllValues").put("type", "string");
        identifiers.forEach(values.putArray("enum")::add);
        List<String> classes = classes(identifiers, schemas);
        ArrayNode variants = schemas.putObject("AllVariants").putArray("oneOf");
        for (String name : classes) {
            variants.addObject().put("$ref", "#/components/schemas/" + name);
        }
        operations(document.putObject("paths"), identifiers, classes);
        return document;
    }

    /** Adds a schema for each identifier. Those of constants are enums with their name as the only value. */
    private static List<String> classes(Set<String> identifiers, ObjectNode schemas) throws JsonProcessingException {
        List<String> names = new ArrayList<>();
        // Names of files must not differ in case only.
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        schemas.fieldNames().forEachRemaining(taken::add);
        for (String identifier : identifiers) {
            if (Character.isUpperCase(identifier.charAt(0)) && taken.add(Names.type(identifier))) {
                boolean constant = identifier.equals(identifier.toUpperCase(Locale.ROOT));
                String schema = constant
                        ? "{\"type\": \"string\", \"enum\": [\"%1$s\"]}"
                        : "{\"type\": \"object\", \"properties\": {\"is%1$s\": {\"type\": \"string\"}}}";
                schemas.set(identifier, MAPPER.readTree(schema.formatted(identifier)));
                names.add(identifier);
            }
        }
        return names;
    }

    private static void operations(ObjectNode paths, Set<String> identifiers, List<String> classes)
            throws JsonProcessingException {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String identifier : identifiers) {
            // Operations with the same method name are rejected.
            if (taken.add(Names.pascal(identifier))) {
                operation(paths, identifier, identifier.length() == 3 ? identifier : "api", "");
            }
        }
        for (String name : classes) {
            String schema = "{\"schema\": {\"$ref\": \"#/components/schemas/" + name + "\"}}";
            operation(
                    paths,
                    "send" + name + "0",
                    "api",
                    "\"requestBody\": {\"content\": {\"application/json\": " + schema + "}},");
        }
        for (List<String> group : groups(identifiers)) {
            ArrayNode parameters = MAPPER.createArrayNode();
            ObjectNode parts = MAPPER.createObjectNode();
            for (String name : group) {
                for (String in : List.of("path", "query", "header")) {
                    parameters
                            .addObject()
                            .put("in", in)
                            .put("name", name)
                            .put("required", in.equals("path"))
                            .putObject("schema")
                            .put("type", "string");
                }
                parts.putObject(name).put("type", "string");
            }
            String path = "/" + group.get(0) + "/{" + String.join("}/{", group) + "}";
            operation(
                    paths,
                    path,
                    "takeAll" + group.get(0),
                    "api",
                    "\"parameters\": " + parameters
                            + ", \"requestBody\": {\"content\": {\"multipart/form-data\": {\"schema\": {\"properties\": "
                            + parts + "}}}},");
        }
    }

    private static void operation(ObjectNode paths, String id, String tag, String more) throws JsonProcessingException {
        operation(paths, "/" + id, id, tag, more);
    }

    private static void operation(ObjectNode paths, String path, String id, String tag, String more)
            throws JsonProcessingException {
        paths.set(path, MAPPER.readTree("""
                {"post": {
                  "operationId": "%s",
                  "tags": ["%s"],
                  %s
                  "responses": {"204": {"description": "Done"}}
                }}
                """.formatted(id, tag, more)));
    }
}
