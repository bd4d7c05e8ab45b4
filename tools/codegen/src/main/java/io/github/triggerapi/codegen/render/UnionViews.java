package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Definition.UnionDefinition;
import io.github.triggerapi.codegen.model.Definition.Variant;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
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

/** What the template of a union sees of its variants. */
final class UnionViews {

    /** The record of a value that is none of the variants. */
    static final Name UNKNOWN = new Name("UnknownValue");

    private final Annotations annotations;
    private final JavaTypes types;
    private final Shapes shapes;

    UnionViews(Annotations annotations, JavaTypes types, Shapes shapes) {
        this.annotations = annotations;
        this.types = types;
        this.shapes = shapes;
    }

    /** A static method that makes a union of one of its variants. */
    record Factory(JavaCode type, Name method, Variant variant, Optional<JavaCode> wrap) {}

    List<Map<String, Object>> variants(UnionDefinition union) {
        List<Factory> factories = factories(union);
        List<Variant> ordered = shapes.inOrder(union);
        List<Map<String, Object>> views = new ArrayList<>();
        UniqueNames kinds = new UniqueNames("UNKNOWN");
        for (Variant variant : union.variants()) {
            Value value = variant.value();
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("name", new Name(variant.name()));
            view.put("record", record(variant));
            view.put("kind", kinds.unique(Names.constant(variant.name())));
            view.put("order", ordered.indexOf(variant));
            view.put("type", types.plain(value.type()));
            view.put(
                    "fieldType",
                    JavaCode.of("$$", Annotations.inFront(annotations.of(value)), types.annotated(value.type())));
            view.put("copied", value.type() instanceof Type.ListOf || value.type() instanceof Type.MapOf);
            view.put("dateTime", value.type() == Scalar.DATE_TIME);
            view.put("codec", Codecs.codec(value.type()));
            view.put("reader", Codecs.reader(value.type()));
            view.put("shape", shapes.of(union, variant));
            view.put("doc", variantDoc(union, variant));
            view.put(
                    "factories",
                    factories.stream().filter(f -> f.variant().equals(variant)).toList());
            views.add(view);
        }
        return views;
    }

    /** The name of the record that holds a variant. */
    static Name record(Variant variant) {
        return new Name(variant.name() + "Value");
    }

    private static Javadoc variantDoc(UnionDefinition union, Variant variant) {
        Description description = variant.value().description();
        boolean own = !description.pointer().equals(union.description().pointer())
                && !(variant.value().type() instanceof Type.Named)
                && !description.text().isEmpty();
        Javadoc doc = Javadoc.indented(4);
        return own
                ? doc.markdown(description.text()).paragraph(Prose.facts(variant.value()))
                : doc.paragraph(CommentText.of("The variant $.", CommentText.text(variant.name())));
    }

    /** The factories of a union: named {@code of}, but where two would be the same to the compiler. */
    List<Factory> factories(UnionDefinition union) {
        List<Factory> factories = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Variant variant : union.variants()) {
            Type type = variant.value().type();
            boolean free = taken.add(types.erased(type).source());
            Name method = new Name(free ? "of" : "of" + variant.name());
            factories.add(new Factory(types.plain(type), method, variant, Optional.empty()));
        }
        for (Variant variant : union.variants()) {
            for (MemberView.Overload number :
                    MemberView.Overload.ofNumber(variant.value().type())) {
                if (taken.add(number.type().source())) {
                    factories.add(
                            new Factory(number.type(), new Name("of"), variant, Optional.of(number.expression())));
                }
            }
        }
        return factories;
    }
}
