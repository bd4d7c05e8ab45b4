package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Variant;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Creates the views of unions. */
final class UnionViews {

    /** The record of a value that matches no variant. */
    static final Name UNKNOWN = new Name("UnknownValue");

    private final Annotations annotations;
    private final JavaTypes types;
    private final VariantConditionExpressions conditions;
    private final GeneratedSources sources;

    UnionViews(
            Annotations annotations,
            JavaTypes types,
            VariantConditionExpressions conditions,
            GeneratedSources sources) {
        this.sources = sources;
        this.annotations = annotations;
        this.types = types;
        this.conditions = conditions;
    }

    /**
     * A static method that creates a variant.
     *
     * @param conversion the function from the type of the parameter to that of the variant; empty if they are the same
     */
    record Factory(JavaCode type, Name method, Variant variant, Optional<JavaCode> conversion) {}

    Map<String, Object> view(UnionClass union) {
        Map<Variant, Map<String, Object>> variants = variants(union);
        // The record of a variant may have the name of the annotation.
        boolean taken =
                union.variants().stream().anyMatch(variant -> record(variant).equals(new Name("JsonValue")));
        return Map.of(
                "adapter", new Name(union.className() + Names.ADAPTER),
                "deserializer", new Name(union.className() + Names.DESERIALIZER),
                "variants", List.copyOf(variants.values()),
                "ordered", conditions.inOrder(union).stream().map(variants::get).toList(),
                "jsonValue", JavaCode.of(taken ? "com.fasterxml.jackson.annotation.JsonValue" : "JsonValue"));
    }

    private Map<Variant, Map<String, Object>> variants(UnionClass union) {
        List<Factory> factories = factories(union);
        UniqueNames kinds = new UniqueNames("UNKNOWN");
        Map<Variant, Map<String, Object>> views = new LinkedHashMap<>();
        for (Variant variant : union.variants()) {
            TypedValue value = variant.value();
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("name", new Name(variant.name()));
            view.put("record", record(variant));
            Name kind = kinds.unique(Names.constant(variant.name()));
            view.put("kind", kind);
            view.put("type", types.plain(value.type()));
            view.put(
                    "fieldType",
                    JavaCode.of("$$", Annotations.inline(annotations.of(value)), types.annotated(value.type())));
            view.put("copied", value.type() instanceof Type.ListOf || value.type() instanceof Type.MapOf);
            view.put("hidden", types.holdsAnyJson(value.type()));
            view.put("serialize", JsonExpressions.serialize(value.type()));
            view.put("jsonType", JsonExpressions.jsonType(value.type()));
            view.put("fromTree", JsonExpressions.fromTree(value.type()));
            view.put("condition", conditions.of(union, variant));
            view.put("doc", doc(union, variant));
            List<Factory> own =
                    factories.stream().filter(f -> f.variant().equals(variant)).toList();
            view.put("factories", own);
            views.put(variant, view);
            addOrigins(union.className(), variant, kind, own);
        }
        return views;
    }

    /** Adds the names of public members for a variant. Factories of several variants have the name {@code of}. */
    private void addOrigins(String className, Variant variant, Name kind, List<Factory> factories) {
        Origin origin = new Origin(variant.pointer(), variant.name(), Optional.of(variant.value()));
        Stream.concat(
                        Stream.of(record(variant), kind, new Name("as" + variant.name())),
                        factories.stream().map(Factory::method).filter(method -> !method.equals(new Name("of"))))
                .forEach(member -> sources.addOrigin(className, member.source(), origin));
    }

    /** Returns the name of the record that holds a variant. */
    static Name record(Variant variant) {
        return new Name(variant.name() + "Value");
    }

    private static Javadoc doc(UnionClass union, Variant variant) {
        Description description = variant.value().description();
        boolean own = !description.pointer().equals(union.description().pointer())
                && !(variant.value().type() instanceof Type.Named)
                && !description.text().isEmpty();
        Javadoc doc = Javadoc.indented(4);
        return own
                ? doc.markdown(description.text()).paragraph(Comments.facts(variant.value()))
                : doc.paragraph(CommentText.of("The variant $.", CommentText.text(variant.name())));
    }

    /** Returns the factories of a union. All have the name {@code of}, unless their parameters have the same type. */
    List<Factory> factories(UnionClass union) {
        List<Factory> factories = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Variant variant : union.variants()) {
            Type type = variant.value().type();
            boolean free = taken.add(types.erased(type).source());
            Name method = new Name(free ? "of" : "of" + variant.name());
            factories.add(new Factory(types.plain(type), method, variant, Optional.empty()));
        }
        for (Variant variant : union.variants()) {
            for (SetterConversion from : SetterConversion.to(variant.value().type())) {
                if (taken.add(from.type().source())) {
                    factories.add(new Factory(from.type(), new Name("of"), variant, Optional.of(from.function())));
                }
            }
        }
        return factories;
    }
}
