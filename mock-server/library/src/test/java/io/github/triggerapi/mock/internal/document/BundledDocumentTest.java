package io.github.triggerapi.mock.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BundledDocumentTest {
    @Test
    void theBuildWritesTheTreeOfTheText() throws IOException {
        Document document = Document.bundled();
        assertThat(document.root())
                .isEqualTo(Document.read(new ByteArrayInputStream(document.source()))
                        .root());
    }
}
