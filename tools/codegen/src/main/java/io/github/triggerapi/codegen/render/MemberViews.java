package io.github.triggerapi.codegen.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Use;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.StringMeaning;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.render.MemberView.Field;
import io.github.triggerapi.codegen.render.MemberView.OrDefault;
import io.github.triggerapi.codegen.render.MemberView.Overload;
import io.github.triggerapi.codegen.render.MemberView.Setter;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the views of members. */
final class MemberViews {

    private static final JavaCode OBJECT = JavaCode.of("Object");

    private final Api api;
    private final Target target;
    private final Annotations annotations;
    private final JavaTypes types;
    private final UnionViews unions;

    MemberViews(Api api, Target target, Annotations annotations, JavaTypes types, UnionViews unions) {
        this.api = api;
        this.target = target;
        this.annotations = annotations;
        this.types = types;
        this.unions = unions;
    }

    /**
     * Returns the view of a member of a JSON object.
     *
     * @param received whether a response may have the object
     */
    MemberView view(Member member, UniqueNames names, boolean received) {
        return view(member, Comments.MEMBER, names, received);
    }

    /** Returns the view of a parameter. */
    MemberView parameter(Member parameter, UniqueNames names) {
        return view(parameter, Comments.PARAMETER, names, false);
    }

    private MemberView view(Member member, CommentText kind, UniqueNames names, boolean received) {
        TypedValue value = member.value();
        Type type = value.type();
        Name name = names.unique(Names.member(member.jsonName()));
        Name has = value.nullable() && !(type instanceof Type.Any)
                ? names.unique("has" + Names.pascal(name.source()))
                : null;
        return new MemberView(
                new StringLiteral(member.jsonName()),
                name,
                holdsAnyObject(type) ? OBJECT : types.plain(type),
                types.erased(type),
                member.required(),
                member.required() && member.use() != (target == Target.CLIENT ? Use.RESPONSES : Use.REQUESTS),
                value.nullable(),
                has,
                field(member, has != null),
                setter(member, kind, name),
                value(member, name),
                JavaCode.of(holdsAnyObject(type) ? "ModelSupport.hidden($)" : "$", name),
                jsonType(type),
                Comments.accessor(member, kind, holdsAnyObject(type)),
                received && holdsAnyObject(type) ? Optional.of(Comments.conversion(name)) : Optional.empty(),
                orDefault(member, name, names));
    }

    /**
     * Returns whether a member holds what the application sets, which the client's serializer converts to JSON. This does
     * not depend on the messages that have the member, as those of a later revision may be others.
     */
    private boolean holdsAnyObject(Type type) {
        return target == Target.CLIENT && (type instanceof Type.Any || type instanceof Type.AnyObject);
    }

    private Field field(Member member, boolean tracksNull) {
        TypedValue value = member.value();
        Type type = value.type();
        if (target == Target.CLIENT) {
            JavaCode fieldType = holdsAnyObject(type) ? OBJECT : types.annotated(type);
            JavaCode builderType = holdsAnyObject(type) ? OBJECT : types.plain(type);
            JavaCode constraints = Annotations.inline(annotations.of(value));
            return new Field(List.of(memberAnnotation(member)), JavaCode.of("$$", constraints, fieldType), builderType);
        }
        List<JavaCode> all = new ArrayList<>(tracksNull ? List.of() : jsonAnnotations(member));
        all.addAll(validation(member));
        return new Field(all, types.annotated(type), types.plain(type));
    }

    private static JavaCode memberAnnotation(Member member) {
        StringLiteral name = new StringLiteral(member.jsonName());
        boolean nullable = member.value().nullable();
        return member.required() || nullable
                ? JavaCode.of(
                        "@JsonMember(value = $$$)",
                        name,
                        JavaCode.of(member.required() ? ", required = true" : ""),
                        JavaCode.of(nullable ? ", nullable = true" : ""))
                : JavaCode.of("@JsonMember($)", name);
    }

    /** Returns the annotations of the field or the method by which Jackson writes a member. */
    static List<JavaCode> jsonAnnotations(Member member) {
        List<JavaCode> all = new ArrayList<>();
        all.add(JavaCode.of(
                member.required() ? "@JsonProperty(value = $, required = true)" : "@JsonProperty($)",
                new StringLiteral(member.jsonName())));
        JsonExpressions.serialize(member.value().type())
                .ifPresent(how -> all.add(JavaCode.of("@JsonSerialize($)", how)));
        return all;
    }

    /** Returns the annotations for the constraints on a member. */
    List<JavaCode> validation(Member member) {
        List<JavaCode> all = new ArrayList<>();
        if (target == Target.SERVER
                && member.required()
                && member.use() != Use.RESPONSES
                && !member.value().nullable()) {
            all.add(JavaCode.of("@NotNull"));
        }
        all.addAll(annotations.of(member.value()));
        return all;
    }

    private static JavaCode value(Member member, Name name) {
        boolean absent = !member.required() || member.value().nullable();
        return absent ? name : JavaCode.of("ModelSupport.present($, $)", new StringLiteral(member.jsonName()), name);
    }

    private Setter setter(Member member, CommentText kind, Name name) {
        Type type = member.value().type();
        boolean anyOnClient = target == Target.CLIENT && type instanceof Type.Any;
        boolean absent = anyOnClient || !member.required() || member.value().nullable();
        JavaCode plain = anyOnClient ? OBJECT : types.plain(type);
        JavaCode copy = name;
        if (type instanceof Type.Any) {
            JavaCode isNull = JavaCode.of(target == Target.CLIENT ? "JsonNull.INSTANCE" : "NullNode.getInstance()");
            copy = JavaCode.of("$ == null ? $ : $", name, isNull, name);
        } else if (type instanceof Type.ListOf || type instanceof Type.MapOf) {
            copy = JavaCode.of("ModelSupport.copy($)", name);
        }
        return new Setter(
                Comments.setter(member, kind),
                target == Target.SERVER ? jacksonSetter(member) : List.of(),
                JavaCode.of(absent ? "@Nullable $" : "$", plain),
                copy,
                overloads(member),
                api.isObject(type) ? Optional.of(types.erased(type)) : Optional.empty());
    }

    private static List<JavaCode> jacksonSetter(Member member) {
        Type type = member.value().type();
        boolean acceptsNull = type instanceof Type.Any || member.value().nullable();
        boolean contentAcceptsNull = JsonExpressions.content(type)
                .filter(content -> !content.nullable() && !(content.type() instanceof Type.Any))
                .isEmpty();
        List<JavaCode> all = new ArrayList<>();
        all.add(JavaCode.of(
                "@JsonSetter(value = $$)",
                new StringLiteral(member.jsonName()),
                acceptsNull
                        ? JavaCode.NONE
                        : JavaCode.of(
                                contentAcceptsNull
                                        ? ", nulls = Nulls.FAIL"
                                        : ", nulls = Nulls.FAIL, contentNulls = Nulls.FAIL")));
        JsonExpressions.deserialize(type).ifPresent(how -> all.add(JavaCode.of("@JsonDeserialize($)", how)));
        return all;
    }

    private List<Overload> overloads(Member member) {
        Type type = member.value().type();
        List<Overload> overloads = new ArrayList<>();
        if (target == Target.CLIENT && type instanceof Type.AnyObject) {
            overloads.add(new Overload(JavaCode.of("Map<String, ?>"), Optional.empty()));
        }
        SetterConversion.to(type)
                .forEach(from -> overloads.add(new Overload(from.type(), Optional.of(from.function()))));
        if (type instanceof Type.Named named && api.generatedClass(named) instanceof UnionClass union) {
            JavaCode of = JavaCode.of("$.of", new Name(named.className()));
            unions.factories(union).stream()
                    .filter(factory -> factory.method().equals(new Name("of")))
                    .forEach(factory -> overloads.add(new Overload(factory.type(), Optional.of(of))));
        }
        if (target == Target.CLIENT) {
            if (type == Scalar.DATE_TIME) {
                overloads.add(new Overload(JavaCode.of("Instant"), Optional.of(JavaCode.of("DateTimes.atUtc"))));
            }
            api.meanings(member).stream().map(MemberViews::overload).forEach(overloads::add);
        }
        return overloads;
    }

    /** Returns the overload that formats a value and calls the one for strings. */
    private static Overload overload(StringMeaning meaning) {
        return switch (meaning) {
            case DURATION -> new Overload(JavaCode.of("Duration"), Optional.of(JavaCode.of("Durations.format")));
            case INSTANT -> new Overload(JavaCode.of("Instant"), Optional.of(JavaCode.of("DateTimes.format")));
        };
    }

    /** Returns the JSON form. Unlike a variant or an item, a member may be set to any object. */
    private static JavaCode jsonType(Type type) {
        if (type instanceof Type.Any) {
            return JavaCode.of("JsonType.ANY");
        }
        return type instanceof Type.AnyObject ? JavaCode.of("JsonType.ANY_OBJECT") : JsonExpressions.jsonType(type);
    }

    private OrDefault orDefault(Member member, Name name, UniqueNames names) {
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
                && api.generatedClass(named) instanceof EnumClass
                && json.isTextual()) {
            expression = JavaCode.of("$.of($)", new Name(named.className()), new StringLiteral(json.asText()));
        }
        if (expression == null) {
            return null;
        }
        Javadoc doc = Javadoc.indented(4)
                .paragraph(CommentText.of(
                        "Returns {@link #$()}, or the default $ if that is null.",
                        name,
                        CommentText.code(json.toString())));
        return new OrDefault(javaType, names.unique(name.source() + "OrDefault"), expression, doc);
    }
}
