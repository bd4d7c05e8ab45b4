package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.ReservedClassNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the imports that the body of a class needs by the names in it. */
final class Imports {

    /** A literal, a comment, or a word with the dot before it. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'(?:\\\\.|[^'\\\\])'|/\\*(?<comment>.*?)\\*/|//[^\\n]*+|(?<word>\\.?\\w++)",
            Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LINK = Pattern.compile("\\{@link (\\w+)", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, String> known = new HashMap<>();

    Imports(Target target, String modelPackage, Set<String> modelClasses) {
        target.imports().forEach(this::add);
        modelClasses.forEach(name -> add(modelPackage + "." + name));
    }

    private void add(String qualified) {
        known.put(ReservedClassNames.simpleName(qualified), qualified);
    }

    /** Returns the simple names of all classes that may be imported. */
    Set<String> names() {
        return known.keySet();
    }

    /** Returns the imports of a class in a package, in order. */
    List<String> of(String body, String packageName) {
        Set<String> imports = new TreeSet<>();
        Matcher tokens = TOKEN.matcher(body);
        while (tokens.find()) {
            if (tokens.group("comment") != null) {
                LINK.matcher(tokens.group("comment"))
                        .results()
                        .forEach(link -> add(link.group(1), packageName, imports));
            } else if (tokens.group("word") != null) {
                add(tokens.group("word"), packageName, imports);
            }
        }
        return List.copyOf(imports);
    }

    private void add(String name, String packageName, Set<String> imports) {
        String qualified = known.get(name);
        if (qualified != null
                && !qualified.substring(0, qualified.lastIndexOf('.')).equals(packageName)) {
            imports.add(qualified);
        }
    }
}
