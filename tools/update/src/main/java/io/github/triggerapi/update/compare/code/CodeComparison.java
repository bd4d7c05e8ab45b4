package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.compare.change.VerdictPair;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares the code that is generated from two revisions.
 *
 * <p>The generators produce the source code of both, and the compiler parses it. Whatever public API the code of the old
 * revision has and that of the new one lacks is breaking. So no rule of the generators is repeated here.
 */
public final class CodeComparison {

    private final RevisionPair revisions;

    public CodeComparison(GeneratedRevision before, GeneratedRevision after, PointerMapping pointers) {
        this.revisions = RevisionPair.of(before, after, pointers);
    }

    /** Returns the pointers of the schemas of the new revision that classes are generated from. */
    public Set<String> classes() {
        return revisions.after().generatedClasses().values().stream()
                .map(generatedClass -> generatedClass.description().pointer())
                .collect(Collectors.toSet());
    }

    /** Adds what breaks to the changes that cause it. */
    public void compare(ChangeCollector changes) {
        List<Collection<String>> sources = new ArrayList<>();
        for (Target target : Target.values()) {
            Map<String, String> old =
                    new TreeMap<>(revisions.before().sources(target).files());
            Map<String, String> now =
                    new TreeMap<>(revisions.after().sources(target).files());
            // Most files are the same in both revisions.
            Set<String> same = new HashSet<>(old.keySet());
            same.removeIf(file -> !old.get(file).equals(now.get(file)));
            old.keySet().removeAll(same);
            now.keySet().removeAll(same);
            sources.add(old.values());
            sources.add(now.values());
        }
        List<Map<String, PublicType>> types = SourceParser.parse(sources);
        for (Target target : Target.values()) {
            int index = 2 * target.ordinal();
            compare(target, types.get(index), types.get(index + 1), changes);
        }
    }

    private void compare(
            Target target, Map<String, PublicType> old, Map<String, PublicType> now, ChangeCollector changes) {
        RemovalCauseFinder causes = new RemovalCauseFinder(revisions, target);
        List<Removal> removals = new ArrayList<>(Removal.between(old, now, revisions.renamed()));
        for (String name : revisions.before().generatedClasses().keySet()) {
            removals.addAll(Removal.ofJsonNames(
                    name,
                    revisions.before().sources(target).origins(name),
                    revisions.after().sources(target).origins(revisions.nameNow(name))));
        }
        removals.stream()
                .collect(Collectors.groupingBy(Removal::type, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(ofOneClass -> add(target, ofOneClass, causes, changes));
    }

    /** Adds one reason for each cause: what else is removed with an accessor, such as a setter, says nothing new. */
    private static void add(Target target, List<Removal> removals, RemovalCauseFinder causes, ChangeCollector changes) {
        Map<RemovalCause, Removal> first = new LinkedHashMap<>();
        Set<String> subjects = new HashSet<>();
        for (Removal removal : removals) {
            for (RemovalCause cause : causes.of(removal)) {
                if (subjects.add(cause.subject())) {
                    first.put(cause, removal);
                }
            }
        }
        boolean unknownOnly = subjects.equals(Set.of(""));
        first.forEach((cause, removal) -> {
            if (unknownOnly || !cause.subject().isEmpty()) {
                Verdict breaking = Verdict.breaking(removal.reason());
                changes.addCode(
                        cause.pointers(),
                        cause.what(),
                        target == Target.CLIENT
                                ? new VerdictPair(breaking, Verdict.NONE)
                                : new VerdictPair(Verdict.NONE, breaking));
            }
        });
    }
}
