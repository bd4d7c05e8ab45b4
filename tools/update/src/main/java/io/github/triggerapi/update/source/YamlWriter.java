package io.github.triggerapi.update.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Writes YAML in block style, with quotes only where they are necessary. */
final class YamlWriter {

    private static final YAMLMapper WRITER = new YAMLMapper(YAMLFactory.builder()
            .stringQuotingChecker(new Quotes())
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.LITERAL_BLOCK_STYLE)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(Feature.WRITE_DOC_START_MARKER)
            .build());

    private YamlWriter() {}

    static String of(JsonNode tree) {
        try {
            return WRITER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Quotes extends StringQuotingChecker {

        private static final long serialVersionUID = 1L;

        /** Strings that no reader takes for a number, a date or a keyword. */
        private static final Pattern PLAIN =
                Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null|nan|inf)$)[\\p{L}/$_].*|\\d+(\\.\\d+){2,}");

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return !PLAIN.matcher(value).matches();
        }
    }
}
