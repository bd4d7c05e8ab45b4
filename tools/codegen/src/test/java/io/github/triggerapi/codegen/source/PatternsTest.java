package io.github.triggerapi.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns and separators are not escaped, so all of them are literals in the code of the generator. */
class PatternsTest {

    private static final Set<String> METHODS =
            Set.of("JavaCode.of", "JavaCode.join", "CommentText.of", "CommentText.join");

    @Test
    void allPatternsAreLiterals() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }

        Patterns patterns = Patterns.in(sources);
        assertThat(patterns.others).isEmpty();
        assertThat(patterns.literals).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JavaCode.of(text)",
                "JavaCode.of(\"a\" + text)",
                "JavaCode.of(flag ? \"a\" : text)",
                "JavaCode.of(text + \" $\", name)",
                "CommentText.of(String.format(\"%s\", text))",
                "CommentText.join(text, parts)",
                "JavaCode::of"
            })
    void detectsPatternsThatAreNoLiterals(String call) throws IOException {
        Patterns patterns = Patterns.in(List.of("class A { Object a = " + call + "; }"));

        assertThat(patterns.others).containsExactly(call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JavaCode.of(\"a\")",
                "JavaCode.of(\"a\" + \"b\", text)",
                "JavaCode.of(flag ? \"a\" : (\"b\"))",
                "/* JavaCode.of(text) */ JavaCode.join(\", \", parts)",
                "List.of(text)"
            })
    void acceptsLiterals(String call) throws IOException {
        assertThat(Patterns.in(List.of("class A { Object a = " + call + "; }")).others)
                .isEmpty();
    }

    private static final class Patterns extends TreeScanner<Void, Void> {

        private final List<String> others = new ArrayList<>();
        private int literals;

        static Patterns in(List<String> sources) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            List<JavaFileObject> files =
                    sources.stream().<JavaFileObject>map(Source::new).toList();
            JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
            Patterns patterns = new Patterns();
            for (CompilationUnitTree unit : task.parse()) {
                patterns.scan(unit, null);
            }
            return patterns;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (METHODS.contains(call.getMethodSelect().toString())) {
                if (isLiteral(call.getArguments().get(0))) {
                    literals++;
                } else {
                    others.add(call.toString());
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            if (METHODS.contains(reference.getQualifierExpression() + "." + reference.getName())) {
                others.add(reference.toString());
            }
            return super.visitMemberReference(reference, nothing);
        }

        private static boolean isLiteral(ExpressionTree expression) {
            if (expression instanceof ParenthesizedTree inner) {
                return isLiteral(inner.getExpression());
            }
            if (expression instanceof BinaryTree both) {
                return isLiteral(both.getLeftOperand()) && isLiteral(both.getRightOperand());
            }
            if (expression instanceof ConditionalExpressionTree either) {
                return isLiteral(either.getTrueExpression()) && isLiteral(either.getFalseExpression());
            }
            return expression instanceof LiteralTree;
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///A.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
