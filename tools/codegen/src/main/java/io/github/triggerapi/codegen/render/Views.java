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
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.Source;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        view.put("className", new Name(definition.className()));
        view.put("client", target == Target.CLIENT);
        view.put("server", target == Target.SERVER);
        view.put("doc", Prose.of(definition.description(), 0));
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
            view.put(
                    "extraField",
                    JavaCode.of(
                            "$Map<String, $$>",
                            object.closed() ? annotations.ofNoOther() : JavaCode.NONE,
                            annotations.ofItem(object.additional()),
                            types.annotated(object.additional().type())));
            view.put("extraType", types.plain(object.additional().type()));
            view.put("extraCodec", Codecs.codec(object.additional().type()));
            view.put("extraReading", Codecs.contentReading(object.additional().type()));
            view.put("extraDateTime", object.additional().type() == Scalar.DATE_TIME);
            view.put("extraAny", object.additional().type() instanceof Type.Any);
        } else if (definition instanceof EnumDefinition texts) {
            view.put("values", constants(texts));
        } else if (definition instanceof UnionDefinition union) {
            List<Map<String, Object>> variants = unions.variants(union);
            view.put("variants", variants);
            // A variant may be called Json, and its record like the annotation.
            boolean taken = variants.stream().anyMatch(v -> v.get("record").equals(new Name("JsonValue")));
            view.put("jsonValue", JavaCode.of(taken ? "com.fasterxml.jackson.annotation.JsonValue" : "JsonValue"));
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
    JavaCode results(Value value) {
        Annotations limits = new Annotations(Target.CLIENT);
        return JavaCode.of(
                "$$", Annotations.inFront(limits.of(value)), new JavaTypes(target, limits).annotated(value.type()));
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    private MemberView member(Member member, UniqueNames names) {
        Value value = member.value();
        Type type = value.type();
        boolean any = type instanceof Type.Any;
        Name name = names.unique(Names.member(member.jsonName()));
        Name has = value.nullable() && !any ? names.unique("has" + Names.pascal(name.source())) : null;
        return new MemberView(
                new StringLiteral(member.jsonName()),
                name,
                types.plain(type),
                types.annotated(type),
                types.erased(type),
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
                codec(type),
                Codecs.reading(type),
                Prose.accessor(member),
                Prose.setter(member),
                overloads(type),
                orDefault(member, name, names));
    }

    private static Javadoc doc(ObjectDefinition object) {
        Javadoc doc = Prose.of(object.description(), 0);
        object.choices().forEach(choice -> doc.paragraph(Prose.choice(choice)));
        return doc;
    }

    /** What the stubs check of a choice. The name of the method, and so that of the property, is that of the keyword. */
    private static Map<String, Object> choice(
            Choice choice, ObjectDefinition object, List<MemberView> members, UniqueNames names) {
        List<JavaCode> conditions = choice.alternatives().stream()
                .map(alternative -> alternative.stream()
                        .map(name -> members.get(
                                object.members().indexOf(object.member(name).orElseThrow())))
                        .map(Views::isThere)
                        .toList())
                .map(conditionsOfOne ->
                        conditionsOfOne.isEmpty() ? JavaCode.of("true") : JavaCode.join(" && ", conditionsOfOne))
                .toList();
        return Map.of(
                "method",
                names.unique("is" + Names.pascal(choice.keyword())),
                "exclusive",
                choice.exclusive(),
                "condition",
                choice.exclusive()
                        ? JavaCode.of("Members.count($) == 1", JavaCode.join(", ", conditions))
                        : JavaCode.join(" || ", conditions));
    }

    private static JavaCode isThere(MemberView member) {
        return member.has() == null ? JavaCode.of("$ != null", member.name()) : member.has();
    }

    /** A member whose null is written. Its private method takes a name that no accessor has. */
    private static Map<String, Object> nullable(MemberView member, UniqueNames names) {
        return Map.of(
                "json", member.json(),
                "name", member.name(),
                "has", member.has(),
                "required", member.required(),
                "jsonMethod", names.unique(member.name().source() + "Json"));
    }

    /**
     * The method by which Jackson gets the members that are not listed; empty for the public one. Jackson drops a listed
     * member that has the name of this method.
     */
    private static Optional<Name> anyGetter(ObjectDefinition object, UniqueNames names) {
        Name method = new Name("additionalProperties");
        while (object.member(method.source()).isPresent()) {
            method = names.unique(method.source() + "Json");
        }
        return method.source().equals("additionalProperties") ? Optional.empty() : Optional.of(method);
    }

    /** Unlike a variant or an item, a member may be set to what is no tree yet. */
    private static JavaCode codec(Type type) {
        if (type instanceof Type.Any) {
            return JavaCode.of("JsonTypes.ANY");
        }
        return type instanceof Type.AnyObject ? JavaCode.of("JsonTypes.ANY_OBJECT") : Codecs.codec(type);
    }

    private List<JavaCode> memberAnnotations(Member member) {
        List<JavaCode> result = new ArrayList<>();
        if (target == Target.SERVER && member.required() && !member.value().nullable()) {
            result.add(JavaCode.of("@NotNull"));
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
            overloads.add(new MemberView.Overload(JavaCode.of("Map<String, ?>"), JavaCode.NONE));
        }
        overloads.addAll(MemberView.Overload.ofNumber(type));
        if (type instanceof Type.Named named && api.definition(named) instanceof UnionDefinition union) {
            for (UnionViews.Factory factory : unions.factories(union)) {
                if (!factory.method().equals(new Name("of"))) {
                    continue;
                }
                overloads.add(
                        new MemberView.Overload(factory.type(), JavaCode.of("$.of", new Name(named.className()))));
            }
        }
        return overloads;
    }

    private MemberView.OrDefault orDefault(Member member, Name name, UniqueNames names) {
        JsonNode json = member.value().description().defaultValue();
        Type type = member.value().type();
        if (member.required() || json.isMissingNode() || json.isNull()) {
            return null;
        }
        JavaCode expression = null;
        JavaCode javaType = types.plain(type);
        if (type == Scalar.STRING && json.isTextual()) {
            expression = new StringLiteral(json.asText());
        } else if (type == Scalar.BOOLEAN && json.isBoolean()) {
            expression = JavaCode.of(json.asBoolean() ? "true" : "false");
            javaType = JavaCode.of("boolean");
        } else if (type == Scalar.INTEGER && json.isIntegralNumber() && json.canConvertToLong()) {
            expression = JavaCode.longNumber(json.asLong());
            javaType = JavaCode.of("long");
        } else if (type == Scalar.NUMBER && json.isNumber()) {
            expression = JavaCode.of("new BigDecimal($)", new StringLiteral(json.toString()));
        } else if (type instanceof Type.Named named
                && api.definition(named) instanceof EnumDefinition
                && json.isTextual()) {
            expression = JavaCode.of("$.of($)", new Name(named.className()), new StringLiteral(json.asText()));
        }
        if (expression == null) {
            return null;
        }
        Javadoc doc = Javadoc.indented(4)
                .paragraph(CommentText.of(
                        "The same as {@link #$()}, or the document's default $ where that is null.",
                        name,
                        CommentText.code(json.toString())));
        return new MemberView.OrDefault(javaType, names.unique(name.source() + "OrDefault"), expression, doc);
    }

    // -- enums -------------------------------------------------------------------------------------------------------

    private static List<Map<String, Source>> constants(EnumDefinition texts) {
        // A field of the class, and the class itself, which a constant of the same name would hide.
        UniqueNames names = new UniqueNames("KNOWN", texts.className());
        return texts.values().stream()
                .map(text -> Map.<String, Source>of(
                        "constant",
                        names.unique(Names.constant(text)),
                        "text",
                        new StringLiteral(text),
                        "doc",
                        Javadoc.indented(4).paragraph(CommentText.of("The value $.", CommentText.code(text)))))
                .toList();
    }
}
