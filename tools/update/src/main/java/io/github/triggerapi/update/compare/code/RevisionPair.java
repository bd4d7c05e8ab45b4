package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.HashMap;
import java.util.Map;

/**
 * The two revisions that are compared.
 *
 * @param renamed the new names of classes whose schemas only have another name, by the old names
 */
record RevisionPair(
        GeneratedRevision before, GeneratedRevision after, PointerMapping pointers, Map<String, String> renamed) {

    static RevisionPair of(GeneratedRevision before, GeneratedRevision after, PointerMapping pointers) {
        Map<String, String> added = new HashMap<>();
        after.generatedClasses().values().stream()
                .filter(generatedClass -> !before.generatedClasses().containsKey(generatedClass.className()))
                .forEach(generatedClass -> added.put(
                        schema(generatedClass, generatedClass.description().pointer()), generatedClass.className()));
        Map<String, String> renamed = new HashMap<>();
        for (GeneratedClass generatedClass : before.generatedClasses().values()) {
            String schema = schema(
                    generatedClass, pointers.now(generatedClass.description().pointer()));
            if (!after.generatedClasses().containsKey(generatedClass.className()) && added.containsKey(schema)) {
                renamed.put(generatedClass.className(), added.get(schema));
            }
        }
        return new RevisionPair(before, after, pointers, renamed);
    }

    private static String schema(GeneratedClass generatedClass, String pointer) {
        return generatedClass.getClass().getSimpleName() + " " + pointer;
    }

    /** Returns the new name of a class. */
    String nameNow(String className) {
        return renamed.getOrDefault(className, className);
    }
}
