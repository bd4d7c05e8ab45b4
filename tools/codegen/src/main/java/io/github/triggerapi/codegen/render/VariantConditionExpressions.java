package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Tag;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Variant;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Creates the {@code VariantCondition} expressions by which generated code finds the variant of a union for a JSON value.
 *
 * <p>If a variant is the only one of its kind, such as the only string, its condition is that kind: so a string that is not
 * in an enum is still read as that variant. If several variants have one kind, their conditions also list what sets them
 * apart: the strings of an enum, the members of an object.
 */
final class VariantConditionExpressions {

    private static final JavaCode ANY = JavaCode.of("VariantCondition.ANY");

    private enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT
    }

    private final Api api;

    VariantConditionExpressions(Api api) {
        this.api = api;
    }

    /** Returns the variants in the order in which to match them: the more specific first. */
    List<Variant> inOrder(UnionClass union) {
        return union.variants().stream()
                .sorted(Comparator.comparingInt((Variant variant) -> specificity(variant))
                        .reversed())
                .toList();
    }

    private int specificity(Variant variant) {
        Type type = variant.value().type();
        if (type == Scalar.DATE_TIME || type == Scalar.INTEGER) {
            return 1;
        }
        if (type instanceof Type.Any) {
            return -2;
        }
        if (type instanceof Type.AnyObject || type instanceof Type.MapOf) {
            return -1;
        }
        if (type instanceof Type.Named named) {
            GeneratedClass generatedClass = api.generatedClass(named);
            return generatedClass instanceof EnumClass
                    ? 1
                    : generatedClass instanceof ObjectClass object
                            ? (int) object.members().stream()
                                            .filter(Member::required)
                                            .count()
                                    + object.choices().size()
                                    + (variant.tag().isPresent() ? 1 : 0)
                            : 0;
        }
        return 0;
    }

    /** Returns the condition of a variant. */
    JavaCode of(UnionClass union, Variant variant) {
        boolean alone = union.variants().stream()
                .filter(other -> !other.equals(variant))
                .noneMatch(other -> kinds(other.value()).stream().anyMatch(kinds(variant.value())::contains));
        return alone ? general(variant.value(), true) : specific(variant.value(), variant.tag());
    }

    private JavaCode specific(TypedValue value, Optional<Tag> tag) {
        if (value.type() instanceof Type.Named named) {
            GeneratedClass generatedClass = api.generatedClass(named);
            if (generatedClass instanceof EnumClass strings) {
                return string(strings.values());
            }
            if (generatedClass instanceof ObjectClass object) {
                return object(object, tag);
            }
            if (generatedClass instanceof UnionClass union && tag.isPresent()) {
                String member = tag.get().member();
                return JavaCode.of(
                        "VariantCondition.OBJECT.require($, $)",
                        new StringLiteral(member),
                        string(List.copyOf(values(union, tag.get()))));
            }
        }
        return general(value, true);
    }

    /** Returns the values of a discriminator that stand for a union or for one of its variants. */
    private static Set<String> values(UnionClass union, Tag tag) {
        Set<String> values = new LinkedHashSet<>(tag.values());
        union.variants().stream()
                .flatMap(variant -> variant.tag().stream())
                .filter(inner -> inner.member().equals(tag.member()))
                .forEach(inner -> values.addAll(inner.values()));
        return values;
    }

    private JavaCode object(ObjectClass object, Optional<Tag> tag) {
        List<JavaCode> calls = new ArrayList<>();
        calls.add(JavaCode.of("VariantCondition.OBJECT"));
        tag.ifPresent(t -> calls.add(JavaCode.of(".require($, $)", new StringLiteral(t.member()), string(t.values()))));
        for (Member member : object.members()) {
            if (tag.isPresent() && tag.get().member().equals(member.jsonName())) {
                continue;
            }
            calls.add(JavaCode.of(
                    member.required() ? ".require($, $)" : ".allow($, $)",
                    new StringLiteral(member.jsonName()),
                    orNull(general(member.value(), false), member.value().nullable())));
        }
        object.choices()
                .forEach(choice -> calls.add(JavaCode.of(
                        ".and(VariantCondition.anyOf($))",
                        JavaCode.join(
                                ", ",
                                choice.alternatives().stream()
                                        .map(VariantConditionExpressions::required)
                                        .toList()))));
        return JavaCode.join("", calls);
    }

    private static JavaCode orNull(JavaCode condition, boolean nullable) {
        return nullable ? JavaCode.of("$.orNull()", condition) : condition;
    }

    private static JavaCode string(List<String> values) {
        return JavaCode.of("VariantCondition.string($)", StringLiteral.list(values));
    }

    private static JavaCode required(List<String> names) {
        List<JavaCode> members = names.stream()
                .map(name -> JavaCode.of(".require($, VariantCondition.ANY)", new StringLiteral(name)))
                .toList();
        return JavaCode.of("VariantCondition.OBJECT$", JavaCode.join("", members));
    }

    /** Returns the condition of all values of a kind; that of the items of an array only if {@code deep}. */
    private JavaCode general(TypedValue value, boolean deep) {
        Type type = value.type();
        if (type instanceof Scalar scalar) {
            return JavaCode.of("VariantCondition.$", new Name(scalar.name()));
        }
        if (type instanceof Type.ListOf list) {
            TypedValue items = list.items();
            return JavaCode.of(
                    "VariantCondition.array($)", deep ? orNull(general(items, false), items.nullable()) : ANY);
        }
        if (type instanceof Type.Named named) {
            GeneratedClass generatedClass = api.generatedClass(named);
            if (generatedClass instanceof EnumClass strings) {
                return strings.values().size() == 1 && !deep
                        ? string(strings.values())
                        : JavaCode.of("VariantCondition.STRING");
            }
            if (generatedClass instanceof UnionClass union) {
                List<JavaCode> variants = union.variants().stream()
                        .map(v -> general(v.value(), false))
                        .toList();
                return deep ? JavaCode.of("VariantCondition.anyOf($)", JavaCode.join(", ", variants)) : ANY;
            }
        }
        return type instanceof Type.Any ? ANY : JavaCode.of("VariantCondition.OBJECT");
    }

    private Set<Kind> kinds(TypedValue value) {
        return kinds(value.type(), new HashSet<>());
    }

    /** Returns the kinds of a type, and of the variants of a union, which may contain itself. */
    private Set<Kind> kinds(Type type, Set<Type> outer) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> EnumSet.of(Kind.BOOLEAN);
                case INTEGER, NUMBER -> EnumSet.of(Kind.NUMBER);
                case STRING, DATE_TIME -> EnumSet.of(Kind.STRING);
            };
        }
        if (type instanceof Type.ListOf) {
            return EnumSet.of(Kind.ARRAY);
        }
        if (type instanceof Type.Any) {
            return EnumSet.allOf(Kind.class);
        }
        if (type instanceof Type.Named named) {
            GeneratedClass generatedClass = api.generatedClass(named);
            if (generatedClass instanceof EnumClass) {
                return EnumSet.of(Kind.STRING);
            }
            if (generatedClass instanceof UnionClass union) {
                return !outer.add(type)
                        ? Set.of()
                        : union.variants().stream()
                                .flatMap(v -> kinds(v.value().type(), outer).stream())
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
            }
        }
        return EnumSet.of(Kind.OBJECT);
    }
}
