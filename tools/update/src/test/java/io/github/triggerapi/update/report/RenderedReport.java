package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Parses reports as a browser and GitHub do. */
final class RenderedReport {

    private static final String NOTHING = "\u200B";

    private RenderedReport() {}

    /** Parses a page, which is XML as well. */
    static Document html(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    static List<String> ids(Document page, String name) {
        return elements(page, name).stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Returns all text and code of a Markdown document. */
    static String markdown(String markdown) {
        List<String> texts = new ArrayList<>();
        visit(markdown, new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                texts.add(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                texts.add(code.getLiteral());
            }
        });
        return String.join("", texts).replace(NOTHING, "");
    }

    /** Fails if a Markdown document has a link, an image, or HTML other than {@code details}. */
    static void assertPlain(String markdown) {
        visit(markdown, new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                assertThat(link).as(link.getDestination()).isNull();
            }

            @Override
            public void visit(Image image) {
                assertThat(image).as(image.getDestination()).isNull();
            }

            @Override
            public void visit(HtmlInline html) {
                assertThat(html.getLiteral()).isNull();
            }

            @Override
            public void visit(HtmlBlock html) {
                assertThat(html.getLiteral()).matches("</details>|<details>\n<summary>Show them</summary>");
            }

            @Override
            public void visit(Text text) {
                assertThat(text.getLiteral()).doesNotContainPattern("@\\w|#\\d|(?i)gh-\\d|www\\.|://|:rocket:");
            }
        });
    }

    private static void visit(String markdown, AbstractVisitor visitor) {
        Node document = Parser.builder().build().parse(markdown);
        document.accept(visitor);
    }
}
