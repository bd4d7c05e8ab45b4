package io.github.triggerapi.contract.report;

import io.github.triggerapi.openapi.VisibleText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML, and HTML that is XML as well. Whatever a text has in it, it stays a text.
 *
 * <p>Attributes are given as names and values in turn. One whose value is empty is left out.
 */
final class Markup {

    private static final Pattern LINE = Pattern.compile("[^\n\t]+");

    private final XMLStreamWriter out;

    private Markup(XMLStreamWriter out) {
        this.out = out;
    }

    /** Writes a file, and its folder where there is none, over what is there. */
    static void write(Path file, Consumer<Markup> content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.accept(new Markup(out));
            out.close();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text.append('\n').toString());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes before the first element: the declaration of XML, or the document type of HTML. */
    Markup prolog(String prolog) {
        return run(() -> out.writeDTD(prolog + "\n"));
    }

    Markup open(String name, String... attributes) {
        return run(() -> {
            out.writeStartElement(name);
            writeAttributes(attributes);
        });
    }

    /** More attributes of the element that was opened last. */
    Markup attributes(String... attributes) {
        return run(() -> writeAttributes(attributes));
    }

    Markup close() {
        return run(out::writeEndElement);
    }

    /** Ends an element that holds others, and the line. */
    Markup closeLine() {
        return close().text("\n");
    }

    Markup text(String text) {
        return run(() -> out.writeCharacters(visible(text)));
    }

    /** The text of a path, which HTML may break before each slash. */
    Markup path(String path) {
        for (String part : path.split("(?=/)")) {
            text(part).empty("wbr");
        }
        return this;
    }

    /** An element with nothing but a text in it. */
    Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element that never has content. */
    Markup empty(String name, String... attributes) {
        return run(() -> {
            out.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    /** A style sheet or script, which HTML reads as it stands and XML does not. */
    Markup raw(String name, String content) {
        if (content.matches("(?s).*[<>&].*")) {
            throw new IllegalArgumentException("<, > and & are not the same to HTML and XML in " + name);
        }
        return element(name, content);
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.writeAttribute(attributes[i], visible(attributes[i + 1]));
            }
        }
    }

    /** The text with the number of each character that cannot be seen, but for line feeds and tabs. */
    private static String visible(String text) {
        return LINE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(VisibleText.of(line.group())));
    }

    private Markup run(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
