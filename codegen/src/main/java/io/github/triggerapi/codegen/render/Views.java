package io.github.triggerapi.codegen.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.EnumDefinition;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Definition.ObjectDefinition;
import io.github.triggerapi.codegen.model.Definition.UnionDefinition;
import io.github.triggerapi.codegen.model.Definition.Variant;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the templates of model classes see. */
final class Views {

    private final Api api;
    private final Target target;
    private final Annotations annotations;
    private final JavaTypes types;
    private final Shapes shapes;

    Views(Api api, Target target) {
        this.api = api;
        this.target = target;
        this.annotations = new Annotations(target);
        this.types = new JavaTypes(target, annotations);
        this.shapes = new Shapes(api);
    }

    Map<String, Object> view(Definition definition) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("className", definition.className());
        view.put("client", target == Target.CLIENT);
        view.put("server", target == Target.SERVER);
        view.put("doc", doc(definition.description(), 0).toString());
        if (definition instanceof ObjectDefinition object) {
            Members names = new Members();
            List<MemberView> members =
                    object.members().stream().map(m -> member(m, names)).toList();
            view.put("members", members);
            view.put("hasRequired", members.stream().anyMatch(MemberView::required));
            view.put("extraType", types.plain(object.additional().type()));
            view.put("extraCodec", codec(object.additional().type()));
            view.put("extraReading", deserializer(object.additional().type(), "contentUsing"));
            view.put("extraDateTime", object.additional().type() == Scalar.DATE_TIME);
            view.put("extraAny", object.additional().type() instanceof Type.Any);
        } else if (definition instanceof EnumDefinition texts) {
            view.put("values", constants(texts));
        } else if (definition instanceof UnionDefinition union) {
            List<Map<String, Object>> variants = variants(union);
            view.put("variants", variants);
            // A variant may be called Json, and its record like the annotation.
            boolean taken = variants.stream().anyMatch(v -> v.get("record").equals("JsonValue"));
            view.put("jsonValue", (taken ? "com.fasterxml.jackson.annotation." : "") + "JsonValue");
            view.put(
                    "ordered",
                    variants.stream()
                            .sorted(Comparator.comparing(v -> (Integer) v.get("order")))
                            .toList());
        }
        return view;
    }

    Annotations annotations() {
        return annotations;
    }

    JavaTypes types() {
        return types;
    }

    /** The comment of a class or of a member: what the document says, and where. */
    static Javadoc doc(Description description, int indent) {
        Javadoc doc = Javadoc.indented(indent).markdown(description.text());
        return doc.paragraph("From " + Javadoc.code(description.pointer()) + ".");
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private MemberView member(Member member, Members names) {
        Value value = member.value();
        Type type = value.type();
        boolean any = type instanceof Type.Any;
        String name = names.unique(Names.member(member.jsonName()));
        String has = value.nullable() && !any ? names.unique("has" + Names.pascal(name)) : "";
        return new MemberView(
                Literals.string(member.jsonName()),
                name,
                types.plain(type),
                types.annotated(type),
                memberAnnotations(member),
                member.required(),
                value.nullable(),
                has,
                any,
                type instanceof Type.AnyObject,
                type instanceof Type.ListOf,
                type instanceof Type.MapOf,
                type == Scalar.DATE_TIME,
                content(type).filter(c -> c.type() == Scalar.DATE_TIME).isPresent(),
                content(type)
                        .filter(c -> !c.nullable() && !(c.type() instanceof Type.Any))
                        .isPresent(),
                any ? "JsonTypes.ANY" : type instanceof Type.AnyObject ? "JsonTypes.ANY_OBJECT" : codec(type),
                reading(type),
                accessorDoc(member).toString(),
                setterDoc(member).toString(),
                overloads(type),
                orDefault(member, name, names));
    }

    private List<String> memberAnnotations(Member member) {
        List<String> result = new ArrayList<>();
        if (target == Target.SERVER && member.required() && !member.value().nullable()) {
            result.add("@NotNull");
        }
        if (target == Target.SERVER && member.value().type() instanceof Type.ListOf list && isDeepDateTime(list)) {
            throw new UnsupportedException(
                    member.value().description().pointer(), "a date-time in an array of arrays is not supported");
        }
        result.addAll(annotations.of(member.value()));
        return result;
    }

    private static boolean isDeepDateTime(Type.ListOf list) {
        return list.items().type() instanceof Type.ListOf inner
                && (inner.items().type() == Scalar.DATE_TIME || isDeepDateTime(inner));
    }

    private Javadoc accessorDoc(Member member) {
        Value value = member.value();
        String text = value.description().text();
        Javadoc doc = Javadoc.indented(4);
        doc.markdown(text.isEmpty() ? "The member `" + member.jsonName() + "`." : text);
        doc.paragraph(facts(value));
        String answer = value.type() instanceof Type.Any
                ? "the JSON value, which may be JSON null" + (member.required() ? "" : "; null if absent")
                : member.required()
                        ? value.nullable() ? "the value, which may be null" : "the value"
                        : value.nullable() ? "the value; null if it is null or absent" : "the value; null if absent";
        return doc.tag("@return", answer);
    }

    private Javadoc setterDoc(Member member) {
        String text = member.value().description().text();
        String fallback = "Sets the member `" + member.jsonName() + "`.";
        Javadoc doc = Javadoc.indented(8).markdown(text.isEmpty() ? fallback : text);
        return doc.paragraph(facts(member.value()));
    }

    /** The constraints, the example and the default in words, as HTML. */
    static String facts(Value value) {
        List<String> facts = new ArrayList<>();
        Constraints constraints = value.constraints();
        for (String keyword : constraints.keywords().keySet()) {
            facts.add(phrase(keyword) + " " + Javadoc.code(constraints.get(keyword)));
        }
        Description description = value.description();
        if (!description.defaultValue().isMissingNode()) {
            facts.add("default " + Javadoc.code(description.defaultValue().toString()));
        }
        if (!description.example().isEmpty()) {
            facts.add("example " + Javadoc.code(shortened(description.example())));
        }
        String sentence = String.join(", ", facts);
        return sentence.isEmpty()
                ? ""
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    private static String shortened(String example) {
        return example.length() <= 200 ? example : example.substring(0, 200) + "…";
    }

    private static String phrase(String keyword) {
        return switch (keyword) {
            case "minimum" -> "at least";
            case "maximum" -> "at most";
            case "exclusiveMinimum" -> "more than";
            case "exclusiveMaximum" -> "less than";
            case "multipleOf" -> "a multiple of";
            case "minLength" -> "length at least";
            case "maxLength" -> "length at most";
            case "pattern" -> "matches";
            case "minItems", "minProperties" -> "size at least";
            case "maxItems", "maxProperties" -> "size at most";
            case "uniqueItems" -> "no item twice:";
            case "const" -> "always";
            default -> "one of";
        };
    }

    private List<MemberView.Overload> overloads(Type type) {
        List<MemberView.Overload> overloads = new ArrayList<>();
        if (target == Target.CLIENT && type instanceof Type.AnyObject) {
            overloads.add(new MemberView.Overload("Map<String, ?>", ""));
        }
        overloads.addAll(numbers(type));
        if (type instanceof Type.Named named && api.definition(named) instanceof UnionDefinition union) {
            for (Factory factory : factories(union)) {
                if (!factory.method().equals("of")) {
                    continue;
                }
                overloads.add(new MemberView.Overload(factory.type(), named.className() + "." + factory.method()));
            }
        }
        return overloads;
    }

    /** The primitives that a number may be given as; so {@code 5}, which is no Long, will do. */
    private static List<MemberView.Overload> numbers(Type type) {
        if (type == Scalar.INTEGER) {
            return List.of(new MemberView.Overload("long", "Long.valueOf"));
        }
        return type == Scalar.NUMBER
                ? List.of(
                        new MemberView.Overload("long", "BigDecimal.valueOf"),
                        new MemberView.Overload("double", "BigDecimal.valueOf"))
                : List.of();
    }

    private MemberView.OrDefault orDefault(Member member, String name, Members names) {
        JsonNode json = member.value().description().defaultValue();
        Type type = member.value().type();
        if (member.required() || json.isMissingNode() || json.isNull()) {
            return null;
        }
        String expression = null;
        String javaType = types.plain(type);
        if (type == Scalar.STRING && json.isTextual()) {
            expression = Literals.string(json.asText());
        } else if (type == Scalar.BOOLEAN && json.isBoolean()) {
            expression = json.toString();
            javaType = "boolean";
        } else if (type == Scalar.INTEGER && json.isIntegralNumber() && json.canConvertToLong()) {
            expression = json + "L";
            javaType = "long";
        } else if (type == Scalar.NUMBER && json.isNumber()) {
            expression = "new BigDecimal(" + Literals.string(json.toString()) + ")";
        } else if (type instanceof Type.Named named
                && api.definition(named) instanceof EnumDefinition
                && json.isTextual()) {
            expression = named.className() + ".of(" + Literals.string(json.asText()) + ")";
        }
        if (expression == null) {
            return null;
        }
        String doc = Javadoc.indented(4)
                .paragraph("The same as {@link #" + name + "()}, or the document's default "
                        + Javadoc.code(json.toString()) + " where that is null.")
                .toString();
        return new MemberView.OrDefault(javaType, names.unique(name + "OrDefault"), expression, doc);
    }

    // -- enums -------------------------------------------------------------------------------------------------------

    private static List<Map<String, String>> constants(EnumDefinition texts) {
        Members names = new Members();
        // A field of the class itself.
        names.unique("KNOWN");
        return texts.values().stream()
                .map(text -> Map.of(
                        "constant", names.unique(Names.constant(text)),
                        "text", Literals.string(text),
                        "doc", "    /** The value " + Javadoc.code(text) + ". */\n"))
                .toList();
    }

    // -- unions ------------------------------------------------------------------------------------------------------

    /** A static method that makes a union of one of its variants. */
    private record Factory(String type, String method, String variant, String wrap) {}

    private List<Map<String, Object>> variants(UnionDefinition union) {
        List<Factory> factories = factories(union);
        List<Variant> ordered = shapes.inOrder(union);
        List<Map<String, Object>> views = new ArrayList<>();
        for (Variant variant : union.variants()) {
            Value value = variant.value();
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("name", variant.name());
            view.put("record", variant.name() + "Value");
            view.put("kind", Names.constant(variant.name()));
            view.put("order", ordered.indexOf(variant));
            view.put("type", types.plain(value.type()));
            view.put(
                    "fieldType",
                    annotations.of(value).stream().map(a -> a + " ").collect(Collectors.joining())
                            + types.annotated(value.type()));
            view.put("copied", value.type() instanceof Type.ListOf || value.type() instanceof Type.MapOf);
            view.put("dateTime", value.type() == Scalar.DATE_TIME);
            view.put("codec", codec(value.type()));
            view.put("reader", reader(value.type()));
            view.put("shape", shapes.of(union, variant));
            view.put("doc", variantDoc(union, variant));
            view.put(
                    "factories",
                    factories.stream()
                            .filter(f -> f.variant().equals(variant.name()))
                            .toList());
            views.add(view);
        }
        return views;
    }

    private static String variantDoc(UnionDefinition union, Variant variant) {
        Description description = variant.value().description();
        boolean own = !description.pointer().equals(union.description().pointer())
                && !(variant.value().type() instanceof Type.Named)
                && !description.text().isEmpty();
        Javadoc doc = Javadoc.indented(4).markdown(own ? description.text() : "The variant " + variant.name() + ".");
        return doc.paragraph(own ? facts(variant.value()) : "").toString();
    }

    private List<Factory> factories(UnionDefinition union) {
        List<Factory> factories = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Variant variant : union.variants()) {
            Type type = variant.value().type();
            boolean free = taken.add(erased(types.plain(type)));
            factories.add(new Factory(types.plain(type), free ? "of" : "of" + variant.name(), variant.name(), ""));
        }
        for (Variant variant : union.variants()) {
            for (MemberView.Overload number : numbers(variant.value().type())) {
                if (taken.add(number.type())) {
                    factories.add(new Factory(number.type(), "of", variant.name(), number.expression()));
                }
            }
        }
        return factories;
    }

    private static String erased(String type) {
        return type.replaceAll("<.*", "");
    }

    // -- JSON --------------------------------------------------------------------------------------------------------

    /** The {@code JsonTypes} expression of a type, on the client. */
    String codec(Type type) {
        if (type instanceof Scalar scalar) {
            return "JsonTypes." + scalar.name();
        }
        if (type instanceof Type.ListOf list) {
            return "JsonTypes.list(" + codec(list.items().type()) + ")";
        }
        if (type instanceof Type.MapOf map) {
            return "JsonTypes.map(" + codec(map.values().type()) + ")";
        }
        if (type instanceof Type.Named named) {
            return "JsonTypes.of(" + named.className() + ".class)";
        }
        return type instanceof Type.Any ? "JsonTypes.TREE" : "JsonTypes.OBJECT_TREE";
    }

    /** What makes a variant of a JSON tree, on the server. */
    private String reader(Type type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> "JsonNode::booleanValue";
                case INTEGER -> "JsonNode::longValue";
                case NUMBER -> "JsonNode::decimalValue";
                case STRING -> "JsonNode::textValue";
                case DATE_TIME -> "DateTimes::parse";
            };
        }
        return type instanceof Type.Any
                ? "JsonNode.class::cast"
                : type instanceof Type.AnyObject ? "ObjectNode.class::cast" : "";
    }

    /** What Jackson's annotation on the server says of how a value is read; empty where Jackson knows by itself. */
    private static String reading(Type type) {
        return content(type)
                .map(content -> deserializer(content.type(), "contentUsing"))
                .orElseGet(() -> deserializer(type, "using"));
    }

    private static String deserializer(Type type, String key) {
        if (type instanceof Type.Any) {
            return key + " = ExactTree.class";
        }
        if (type instanceof Type.AnyObject) {
            return key + " = ExactTree.OfObject.class";
        }
        return type == Scalar.DATE_TIME ? key + " = DateTimes.Reader.class" : "";
    }

    /** The items of an array or the values of a map. */
    private static Optional<Value> content(Type type) {
        return type instanceof Type.ListOf list
                ? Optional.of(list.items())
                : type instanceof Type.MapOf map ? Optional.of(map.values()) : Optional.empty();
    }

    /** Hands out each name once; further takers get an underscore more. */
    private static final class Members {

        private final Set<String> taken = new HashSet<>();

        String unique(String name) {
            String unique = name;
            while (!taken.add(unique)) {
                unique += "_";
            }
            return unique;
        }
    }
}
