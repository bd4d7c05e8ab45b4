package io.github.triggerapi.codegen;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses Java files, and compares them without comments and the values of string literals. */
final class SyntaxTrees {

    private SyntaxTrees() {}

    /** The syntax tree of a file: the kinds and names of its nodes in order, and its imports. */
    record Shape(List<String> nodes, TreeSet<String> imports, List<String> errors) {

        /**
         * Returns the first difference to the shape of the harmless document, other than names that come from the
         * document.
         */
        Optional<String> differenceTo(Shape harmless) {
            if (!errors.isEmpty()) {
                return Optional.of(errors.get(0));
            }
            for (int i = 0; i < Math.min(nodes.size(), harmless.nodes.size()); i++) {
                if (!nodes.get(i).equals(harmless.nodes.get(i)) && !mayDiffer(harmless.nodes.get(i), nodes.get(i))) {
                    return Optional.of(nodes.get(i) + " in place of " + harmless.nodes.get(i));
                }
            }
            if (nodes.size() != harmless.nodes.size()) {
                return Optional.of(nodes.size() + " nodes in place of " + harmless.nodes.size());
            }
            TreeSet<String> more = new TreeSet<>(imports);
            more.removeAll(harmless.imports);
            TreeSet<String> less = new TreeSet<>(harmless.imports);
            less.removeAll(imports);
            return more.size() == less.size() && less.stream().allMatch(Shape::isOfPlace)
                    ? Optional.empty()
                    : Optional.of("imports " + more + " in place of " + less);
        }

        private static boolean mayDiffer(String harmless, String other) {
            return isOfPlace(harmless) && kind(harmless).equals(kind(other));
        }

        private static boolean isOfPlace(String name) {
            return name.toLowerCase(Locale.ROOT).contains("place");
        }

        private static String kind(String node) {
            return node.substring(0, node.indexOf(' '));
        }
    }

    /** Returns the shape of each text. */
    static Map<String, Shape> of(Collection<String> texts) {
        Map<URI, Source> sources = new LinkedHashMap<>();
        texts.stream().distinct().forEach(text -> {
            Source source = new Source(sources.size(), text);
            sources.put(source.toUri(), source);
        });
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of("--release", "17", "-proc:none"), null, sources.values());
        Map<String, Shape> shapes = new LinkedHashMap<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Scanner scanner = new Scanner();
                scanner.scan(unit, null);
                shapes.put(
                        sources.get(unit.getSourceFile().toUri()).text,
                        new Shape(scanner.nodes, scanner.imports, new ArrayList<>()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            shapes.get(sources.get(diagnostic.getSource().toUri()).text).errors.add(diagnostic.toString());
        }
        return shapes;
    }

    private static final class Scanner extends TreeScanner<Void, Void> {

        private final List<String> nodes = new ArrayList<>();
        private final TreeSet<String> imports = new TreeSet<>();

        @Override
        public Void scan(Tree tree, Void nothing) {
            if (tree instanceof ImportTree imported) {
                imports.add(imported.getQualifiedIdentifier().toString());
            } else if (tree != null) {
                nodes.add(tree.getKind() + " " + name(tree));
                super.scan(tree, nothing);
                nodes.add("END " + tree.getKind());
            }
            return null;
        }

        private static String name(Tree tree) {
            if (tree instanceof ClassTree type) {
                return type.getSimpleName().toString();
            }
            if (tree instanceof MethodTree method) {
                return method.getName().toString();
            }
            if (tree instanceof VariableTree variable) {
                return variable.getName().toString();
            }
            if (tree instanceof IdentifierTree identifier) {
                return identifier.getName().toString();
            }
            if (tree instanceof MemberSelectTree select) {
                return select.getIdentifier().toString();
            }
            if (tree instanceof MemberReferenceTree reference) {
                return reference.getName().toString();
            }
            if (tree instanceof ModifiersTree modifiers) {
                return modifiers.getFlags().toString();
            }
            if (tree instanceof PrimitiveTypeTree primitive) {
                return primitive.getPrimitiveTypeKind().toString();
            }
            if (tree instanceof LiteralTree literal && !(literal.getValue() instanceof String)) {
                return String.valueOf(literal.getValue());
            }
            return "";
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(int number, String text) {
            super(URI.create("string:///A" + number + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
