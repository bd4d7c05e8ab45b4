package io.github.triggerapi.update.compare.code;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import io.github.triggerapi.update.compare.code.PublicType.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Reads the public API of generated source code with the parser of the Java compiler.
 *
 * <p>Parsing needs none of the libraries that the code uses, and runs none of the code. Annotations are left out, as they
 * do not change what other code can compile or link against.
 */
final class SourceParser {

    /** The annotations of parameters that are bound by their position in the path. */
    private static final Set<String> PATH_PARAMETERS = Set.of("Path", "PathParam");

    /** Empty paths, as the compiler otherwise opens each jar of the class path to look for plugins. */
    private static final List<String> OPTIONS = List.of("-proc:none", "-classpath", "", "-processorpath", "");

    private final Map<String, Member> members = new LinkedHashMap<>();

    private SourceParser() {}

    /**
     * Returns the public classes of several groups of source files. One run of the compiler for all of them takes a
     * fraction of the time.
     *
     * @return the classes of each group by their names
     */
    static List<Map<String, PublicType>> parse(List<Collection<String>> groups) {
        List<Source> files = new ArrayList<>();
        List<Map<String, PublicType>> types = new ArrayList<>();
        for (Collection<String> group : groups) {
            Map<String, PublicType> ofGroup = new LinkedHashMap<>();
            types.add(ofGroup);
            group.forEach(content -> files.add(new Source(files.size(), content, ofGroup)));
        }
        if (files.isEmpty()) {
            return types;
        }
        Map<URI, Source> sources = files.stream().collect(Collectors.toMap(Source::toUri, source -> source));
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try {
            JavacTask task = (JavacTask)
                    ToolProvider.getSystemJavaCompiler().getTask(null, null, problems, OPTIONS, null, files);
            for (CompilationUnitTree unit : task.parse()) {
                Source source = sources.get(unit.getSourceFile().toUri());
                for (Tree declaration : unit.getTypeDecls()) {
                    if (declaration instanceof ClassTree type && isPublic(type.getModifiers(), false)) {
                        source.types.put(type.getSimpleName().toString(), new SourceParser().topLevel(type));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.getDiagnostics().isEmpty()) {
            throw new IllegalStateException("Generated source code cannot be parsed: "
                    + problems.getDiagnostics().get(0));
        }
        return types;
    }

    private PublicType topLevel(ClassTree type) {
        String name = type.getSimpleName().toString();
        addMembers(type, name);
        return new PublicType(name, members);
    }

    private void addMembers(ClassTree type, String owner) {
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree nested && isPublic(nested.getModifiers(), isInterface)) {
                String name = nested.getSimpleName().toString();
                add(new Member(owner, name, name, nested.getKind().name()));
                addMembers(nested, owner + "." + name);
            } else if (member instanceof MethodTree method && isPublic(method.getModifiers(), isInterface)) {
                String name = method.getName().toString();
                String result = method.getReturnType() == null ? "" : type(method.getReturnType());
                add(new Member(owner, name, name + parameters(method), result));
            } else if (member instanceof VariableTree field) {
                boolean isComponent = type.getKind() == Tree.Kind.RECORD
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC);
                if (isComponent || isPublic(field.getModifiers(), isInterface)) {
                    String name = field.getName().toString();
                    add(new Member(owner, name, isComponent ? name + "()" : name, type(field.getType())));
                }
            }
        }
    }

    private void add(Member member) {
        members.put(member.qualifiedSignature(), member);
    }

    private static boolean isPublic(ModifiersTree modifiers, boolean inInterface) {
        Set<Modifier> flags = modifiers.getFlags();
        return inInterface ? !flags.contains(Modifier.PRIVATE) : flags.contains(Modifier.PUBLIC);
    }

    /** Lists types. The order of parameters of one type matters as well, so these have their names in it. */
    private static String parameters(MethodTree method) {
        Map<String, Long> count = method.getParameters().stream()
                .filter(parameter -> !isPathParameter(parameter))
                .collect(Collectors.groupingBy(parameter -> type(parameter.getType()), Collectors.counting()));
        return method.getParameters().stream()
                .map(parameter -> {
                    String type = type(parameter.getType());
                    boolean ambiguous = count.getOrDefault(type, 0L) > 1 && !isPathParameter(parameter);
                    return ambiguous ? type + " " + parameter.getName() : type;
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean isPathParameter(VariableTree parameter) {
        return parameter.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(annotation -> PATH_PARAMETERS.contains(annotation.toString()));
    }

    /** Returns the source code of a type without its annotations. */
    private static String type(Tree type) {
        if (type instanceof AnnotatedTypeTree annotated) {
            return type(annotated.getUnderlyingType());
        }
        if (type instanceof ParameterizedTypeTree parameterized) {
            return parameterized.getTypeArguments().stream()
                    .map(SourceParser::type)
                    .collect(Collectors.joining(", ", type(parameterized.getType()) + "<", ">"));
        }
        if (type instanceof MemberSelectTree nested) {
            return type(nested.getExpression()) + "." + nested.getIdentifier();
        }
        return type instanceof ArrayTypeTree array ? type(array.getType()) + "[]" : type.toString();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;
        private final Map<String, PublicType> types;

        Source(int number, String content, Map<String, PublicType> types) {
            super(URI.create("string:///Generated" + number + ".java"), Kind.SOURCE);
            this.content = content;
            this.types = types;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
