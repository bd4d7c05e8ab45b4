package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.UnionClass;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the places of schemas that removals from generated models come from. */
final class SchemaCauseFinder {

    private final RevisionPair revisions;
    private final PointerMapping pointers;
    private final Target target;

    SchemaCauseFinder(RevisionPair revisions, Target target) {
        this.revisions = revisions;
        this.pointers = revisions.pointers();
        this.target = target;
    }

    RemovalCause of(GeneratedClass was, Removal removal) {
        String name = was.className();
        String what = "class " + name;
        String place = pointers.now(was.description().pointer());
        GeneratedClass is = revisions.after().generatedClasses().get(revisions.nameNow(name));
        if (removal.kind() == Kind.CLASS || is == null) {
            return new RemovalCause("class", List.of(place), what);
        }
        if (removal.kind() == Kind.CLASS_NAME) {
            String holder = pointers.renamedSchema(was.description().pointer());
            return new RemovalCause("name", List.of(holder.isEmpty() ? place : holder), what);
        }
        if (was.getClass() != is.getClass()) {
            return new RemovalCause("kind", List.of(place), what);
        }
        Origin old = revisions.before().sources(target).origins(name).get(removal.member());
        return old == null
                ? new RemovalCause("", List.of(is.description().pointer()), what)
                : new RemovalCause(old.name(), places(was, is, old), what);
    }

    /** Returns where the removal of a member, a variant or a listed value may come from. */
    private List<String> places(GeneratedClass was, GeneratedClass is, Origin old) {
        String schema = is.description().pointer();
        List<String> places = new ArrayList<>();
        if (was instanceof UnionClass) {
            old.value()
                    .map(value -> pointers.renamedSchema(value.description().pointer()))
                    .filter(place -> !place.isEmpty())
                    .ifPresent(places::add);
            places.add(old.pointer());
        }
        Optional<Origin> same = revisions.after().sources(target).origins(is.className()).values().stream()
                .filter(origin -> origin.name().equals(old.name()))
                .findFirst();
        if (same.isEmpty()) {
            places.add(old.pointer());
            places.add(schema + "/allOf");
        } else {
            Origin now = same.get();
            places.add(now.pointer());
            old.value().ifPresent(one -> now.value().ifPresent(other -> places.add(innermost(one, other))));
            places.add(pointers.now(old.pointer()));
        }
        places.add(schema);
        return places;
    }

    /** Returns the pointer of the innermost items or values in which two arrays or maps differ. */
    private static String innermost(TypedValue old, TypedValue now) {
        if (old.type() instanceof Type.ListOf one && now.type() instanceof Type.ListOf other) {
            return innermost(one.items(), other.items());
        }
        if (old.type() instanceof Type.MapOf one && now.type() instanceof Type.MapOf other) {
            return innermost(one.values(), other.values());
        }
        return now.description().pointer();
    }
}
