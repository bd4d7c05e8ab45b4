package io.github.triggerapi.update.build;

import io.github.triggerapi.update.build.BuildResult.Incompatibility;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiMethod;
import japicmp.model.JApiParameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Compares the public API of two jars with japicmp. */
final class JarComparison {

    /** Interfaces that only Retrofit implements, which may gain methods. */
    private static final String CALLED_ONLY = "io.github.triggerapi.client.api.";

    private final String artefact;
    private final List<Incompatibility> found = new ArrayList<>();

    private JarComparison(String artefact) {
        this.artefact = artefact;
    }

    /** Returns the source and binary incompatible changes from the first jar to the second. */
    static List<Incompatibility> compare(String artefact, Path before, Path after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        options.setNoAnnotations(true);
        JarComparison interfaces = new JarComparison(artefact);
        new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before.toFile(), "before"), new JApiCmpArchive(after.toFile(), "after"))
                .forEach(interfaces::add);
        return List.copyOf(interfaces.found);
    }

    private void add(JApiClass type) {
        String name = type.getFullyQualifiedName();
        add(name, type);
        if (type.getChangeStatus() == JApiChangeStatus.REMOVED) {
            // Its members are not listed.
            return;
        }
        add(name, type.getSuperclass());
        type.getInterfaces().forEach(implemented -> add(name, implemented));
        type.getConstructors().forEach(constructor -> add(name + "#" + signature(constructor), constructor));
        type.getMethods().forEach(method -> add(name + "#" + signature(method), method));
        type.getFields().forEach(field -> add(name + "#" + field.getName(), field));
    }

    private void add(String element, JApiMethod method) {
        add(element, (JApiCompatibility) method);
        // Japicmp does not compare nested type arguments.
        if (!found.stream().anyMatch(one -> one.element().equals(element)) && hasOtherGenerics(method)) {
            found.add(new Incompatibility(artefact, element, "generic types changed", false));
        }
    }

    private static boolean hasOtherGenerics(JApiMethod method) {
        return method.getOldMethod().isPresent()
                && method.getNewMethod().isPresent()
                && !Objects.equals(
                        method.getOldMethod().get().getGenericSignature(),
                        method.getNewMethod().get().getGenericSignature());
    }

    private static String signature(JApiMethod method) {
        return method.getName() + parameters(method.getParameters());
    }

    private static String signature(JApiConstructor constructor) {
        return constructor.getName() + parameters(constructor.getParameters());
    }

    private static String parameters(List<JApiParameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getType().replaceAll("^.*\\.", ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void add(String element, JApiCompatibility part) {
        for (JApiCompatibilityChange change : part.getCompatibilityChanges()) {
            boolean compatible = change.isBinaryCompatible() && change.isSourceCompatible();
            if (!compatible && !isOfNoConcern(element, change.getType())) {
                String what = change.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                found.add(new Incompatibility(artefact, element, what, !change.isBinaryCompatible()));
            }
        }
    }

    private static boolean isOfNoConcern(String element, JApiCompatibilityChangeType type) {
        return type == JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE && element.startsWith(CALLED_ONLY);
    }
}
