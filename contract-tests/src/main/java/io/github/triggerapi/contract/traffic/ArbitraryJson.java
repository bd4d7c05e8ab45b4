package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Judge;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values for schemas that allow any JSON. */
final class ArbitraryJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> COVERING = Stream.of(
                    "{\"message\":\"ünïcödé 😀\",\"none\":null,\"deep\":[[{\"\":[]}],{}]}",
                    "null",
                    "\"text\"",
                    "12345678901234567890.012345678901234567890",
                    "9007199254740993",
                    "1e-7",
                    "true",
                    "[]",
                    "{}")
            .map(Judge.JSON::readTree)
            .toList();

    private ArbitraryJson() {}

    static List<JsonNode> covering() {
        return COVERING;
    }

    static Arbitrary<JsonNode> arbitrary() {
        return arbitrary(2);
    }

    private static Arbitrary<JsonNode> arbitrary(int depth) {
        ObjectNode free = NODES.objectNode();
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.just(NullNode.getInstance()),
                Arbitraries.of(true, false).map(BooleanNode::valueOf),
                new NumberValues(free).arbitrary().map(DecimalNode::valueOf),
                StringValues.JSON.arbitrary(free).map(StringNode::valueOf));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> inner = arbitrary(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                inner.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list)),
                Arbitraries.maps(StringValues.JSON.arbitrary(free), inner)
                        .ofMaxSize(3)
                        .map(map -> NODES.objectNode().setAll(map)));
    }
}
