package io.github.triggerapi.update.report;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** The structure of reports, without their text. */
public final class ReportStructure {

    private ReportStructure() {}

    /** Returns the elements of a page with their attributes and depths. */
    public static List<String> html(String page) throws Exception {
        List<String> lines = new ArrayList<>();
        html(RenderedReport.html(page).getDocumentElement(), "", lines);
        return lines;
    }

    private static void html(Element element, String indent, List<String> lines) {
        StringBuilder line = new StringBuilder(indent).append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            line.append(' ').append(attributes.item(i));
        }
        lines.add(line.toString());
        if (element.getTagName().equals("script") || element.getTagName().equals("style")) {
            lines.add(Integer.toString(element.getTextContent().hashCode()));
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                html(child, indent + " ", lines);
            }
        }
    }

    /** Returns the nodes of a Markdown document with their depths, without text and line ends. */
    public static List<String> markdown(String markdown) {
        RenderedReport.assertPlain(markdown);
        List<String> lines = new ArrayList<>();
        markdown(Parser.builder().build().parse(markdown), "", lines);
        return lines;
    }

    private static void markdown(Node node, String indent, List<String> lines) {
        if (node instanceof Text || node instanceof SoftLineBreak) {
            return;
        }
        lines.add(indent + node.getClass().getSimpleName());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            markdown(child, indent + " ", lines);
        }
    }
}
