package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.ReferencedClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the imports that the body of a class needs by the names in it. */
final class Imports {

    private static final Pattern NOT_CODE = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'(?:\\\\.|[^'\\\\])'|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link ([A-Z]\\w*)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

    private final Map<String, String> known = new HashMap<>();

    Imports(Target target, String modelPackage, Set<String> modelClasses) {
        target.imports().forEach(this::add);
        modelClasses.forEach(name -> add(modelPackage + "." + name));
    }

    private void add(String qualified) {
        known.put(ReferencedClasses.simpleName(qualified), qualified);
    }

    /** Returns the simple names of all classes that may be imported. */
    Set<String> names() {
        return known.keySet();
    }

    /** Returns the imports of a class in a package, in order. */
    List<String> of(String body, String packageName) {
        Set<String> imports = new TreeSet<>();
        collect(NAME.matcher(NOT_CODE.matcher(body).replaceAll(" ")), 0, packageName, imports);
        collect(LINK.matcher(body), 1, packageName, imports);
        return List.copyOf(imports);
    }

    private void collect(Matcher names, int group, String packageName, Set<String> imports) {
        while (names.find()) {
            String qualified = known.get(names.group(group));
            if (qualified != null
                    && !qualified.substring(0, qualified.lastIndexOf('.')).equals(packageName)) {
                imports.add(qualified);
            }
        }
    }
}
