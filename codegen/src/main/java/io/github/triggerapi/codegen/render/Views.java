package io.github.triggerapi.codegen.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.Choice;
import io.github.triggerapi.codegen.model.Definition.EnumDefinition;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Definition.ObjectDefinition;
import io.github.triggerapi.codegen.model.Definition.UnionDefinition;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the templates of model classes see. */
final class Views {

    private final Api api;
    private final Target target;
    private final Annotations annotations;
    private final JavaTypes types;
    private final UnionViews unions;

    Views(Api api, Target target) {
        this.api = api;
        this.target = target;
        this.annotations = new Annotations(target);
        this.types = new JavaTypes(target, annotations);
        this.unions = new UnionViews(annotations, types, new Shapes(api));
    }

    /**
     * The view of a class.
     *
     * @param reserved names that its members cannot have
     */
    Map<String, Object> view(Definition definition, String... reserved) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("className", definition.className());
        view.put("client", target == Target.CLIENT);
        view.put("server", target == Target.SERVER);
        view.put("doc", Prose.of(definition.description(), 0).toString());
        view.put("limits", Annotations.of(definition));
        if (definition instanceof ObjectDefinition object) {
            UniqueNames names = new UniqueNames(reserved);
            List<MemberView> members =
                    object.members().stream().map(m -> member(m, names)).toList();
            view.put("members", members);
            view.put(
                    "nullables",
                    members.stream()
                            .filter(MemberView::tracksNull)
                            .map(member -> nullable(member, names))
                            .toList());
            view.put("doc", doc(object));
            view.put(
                    "choices",
                    object.choices().stream()
                            .map(choice -> choice(choice, object, members, names))
                            .toList());
            view.put("anyGetter", anyGetter(object, names));
            view.put("hasRequired", members.stream().anyMatch(MemberView::required));
            String closed = object.closed() ? annotations.ofNoOther() : "";
            view.put(
                    "extraField",
                    closed + "Map<String, " + annotations.ofItem(object.additional())
                            + types.annotated(object.additional().type()) + ">");
            view.put("extraType", types.plain(object.additional().type()));
            view.put("extraCodec", Codecs.codec(object.additional().type()));
            view.put("extraReading", Codecs.deserializer(object.additional().type(), "contentUsing"));
            view.put("extraDateTime", object.additional().type() == Scalar.DATE_TIME);
            view.put("extraAny", object.additional().type() instanceof Type.Any);
        } else if (definition instanceof EnumDefinition texts) {
            view.put("values", constants(texts));
        } else if (definition instanceof UnionDefinition union) {
            List<Map<String, Object>> variants = unions.variants(union);
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

    /** The type of an answer. Its limits are for reading: what the server sends is not validated. */
    String results(Value value) {
        Annotations limits = new Annotations(Target.CLIENT);
        String own = limits.of(value).stream().map(a -> a + " ").collect(Collectors.joining());
        return own + new JavaTypes(target, limits).annotated(value.type());
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private MemberView member(Member member, UniqueNames names) {
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
                Codecs.content(type).filter(c -> c.type() == Scalar.DATE_TIME).isPresent(),
                Codecs.content(type)
                        .filter(c -> !c.nullable() && !(c.type() instanceof Type.Any))
                        .isPresent(),
                any ? "JsonTypes.ANY" : type instanceof Type.AnyObject ? "JsonTypes.ANY_OBJECT" : Codecs.codec(type),
                Codecs.reading(type),
                Prose.accessor(member).toString(),
                Prose.setter(member).toString(),
                overloads(type),
                orDefault(member, name, names));
    }

    private static String doc(ObjectDefinition object) {
        Javadoc doc = Prose.of(object.description(), 0);
        object.choices().forEach(choice -> doc.paragraph(Prose.choice(choice)));
        return doc.toString();
    }

    /** What the stubs check of a choice. The name of the method, and so that of the property, is that of the keyword. */
    private static Map<String, Object> choice(
            Choice choice, ObjectDefinition object, List<MemberView> members, UniqueNames names) {
        List<String> conditions = choice.alternatives().stream()
                .map(alternative -> alternative.stream()
                        .map(name -> members.get(
                                object.members().indexOf(object.member(name).orElseThrow())))
                        .map(member -> member.tracksNull() ? member.has() : member.name() + " != null")
                        .collect(Collectors.joining(" && ")))
                .map(condition -> condition.isEmpty() ? "true" : condition)
                .toList();
        return Map.of(
                "method",
                names.unique("is" + Names.pascal(choice.keyword())),
                "number",
                choice.exclusive() ? "exactly one" : "at least one",
                "condition",
                choice.exclusive()
                        ? "Members.count(" + String.join(", ", conditions) + ") == 1"
                        : String.join(" || ", conditions));
    }

    /** A member whose null is written. Its private method takes a name that no accessor has. */
    private static Map<String, Object> nullable(MemberView member, UniqueNames names) {
        return Map.of(
                "json", member.json(),
                "name", member.name(),
                "has", member.has(),
                "required", member.required(),
                "jsonMethod", names.unique(member.name() + "Json"));
    }

    /**
     * The method by which Jackson gets the members that are not listed; empty for the public one. Jackson drops a listed
     * member that has the name of this method.
     */
    private static String anyGetter(ObjectDefinition object, UniqueNames names) {
        String method = "additionalProperties";
        while (object.member(method).isPresent()) {
            method = names.unique(method + "Json");
        }
        return method.equals("additionalProperties") ? "" : method;
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

    private List<MemberView.Overload> overloads(Type type) {
        List<MemberView.Overload> overloads = new ArrayList<>();
        if (target == Target.CLIENT && type instanceof Type.AnyObject) {
            overloads.add(new MemberView.Overload("Map<String, ?>", ""));
        }
        overloads.addAll(MemberView.Overload.ofNumber(type));
        if (type instanceof Type.Named named && api.definition(named) instanceof UnionDefinition union) {
            for (UnionViews.Factory factory : unions.factories(union)) {
                if (!factory.method().equals("of")) {
                    continue;
                }
                overloads.add(new MemberView.Overload(factory.type(), named.className() + "." + factory.method()));
            }
        }
        return overloads;
    }

    private MemberView.OrDefault orDefault(Member member, String name, UniqueNames names) {
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
        // A field of the class, and the class itself, which a constant of the same name would hide.
        UniqueNames names = new UniqueNames("KNOWN", texts.className());
        return texts.values().stream()
                .map(text -> Map.of(
                        "constant", names.unique(Names.constant(text)),
                        "text", Literals.string(text),
                        "doc", "    /** The value " + Javadoc.code(text) + ". */\n"))
                .toList();
    }
}
