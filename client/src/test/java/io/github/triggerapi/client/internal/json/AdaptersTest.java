package io.github.triggerapi.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import com.google.gson.annotations.JsonAdapter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adapters written as the generator writes them. */
class AdaptersTest {

    private static final List<Gson> GSONS =
            List.of(new Gson(), new GsonBuilder().serializeNulls().create());

    @JsonAdapter(Point.Adapter.class)
    private static final class Point {

        private Long x;
        private Shade shade;
        private boolean hasShade;
        private List<Mixed> mixed;
        private Map<String, JsonElement> others = new LinkedHashMap<>();

        private static final class Adapter extends ObjectAdapter<Point, Point> {
            Adapter() {
                super(Point.class, Point::new, point -> point);
                member("x", JsonType.INTEGER, point -> point.x, (point, value) -> point.x = value);
                member(
                        "shade",
                        JsonType.of(Shade.class),
                        point -> point.hasShade,
                        point -> point.shade,
                        (point, value) -> {
                            point.shade = value;
                            point.hasShade = true;
                        });
                member(
                        "mixed",
                        JsonType.list(JsonType.of(Mixed.class)),
                        point -> point.mixed,
                        (point, value) -> point.mixed = value);
                additionalMembers(JsonType.TREE, point -> point.others, point -> point.others);
            }
        }
    }

    @JsonAdapter(Shade.Adapter.class)
    private record Shade(String value) {

        private static final class Adapter extends StringAdapter<Shade> {
            Adapter() {
                super(Shade::new, Shade::value);
            }
        }
    }

    @JsonAdapter(MixedAdapter.class)
    private sealed interface Mixed {

        @JsonAdapter(MixedAdapter.class)
        record Text(String value) implements Mixed {}

        @JsonAdapter(MixedAdapter.class)
        record Flags(Map<String, Boolean> value) implements Mixed {}

        @JsonAdapter(MixedAdapter.class)
        record Unknown(JsonElement value) implements Mixed {}
    }

    private static final class MixedAdapter extends UnionAdapter<Mixed> {
        MixedAdapter() {
            super(Mixed.class, Mixed.Unknown.class, Mixed.Unknown::value, Mixed.Unknown::new);
            variant(Mixed.Text.class, VariantCondition.STRING, JsonType.STRING, Mixed.Text::value, Mixed.Text::new);
            variant(
                    Mixed.Flags.class,
                    VariantCondition.OBJECT,
                    JsonType.map(JsonType.BOOLEAN),
                    Mixed.Flags::value,
                    Mixed.Flags::new);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"x\":1,\"shade\":\"dark\"}",
                "{\"shade\":null}",
                "{\"mixed\":[\"a\",{\"b\":true},5,null]}",
                "{\"other\":{\"a\":null,\"b\":[1.50]}}"
            })
    void writesWhatItRead(String json) {
        for (Gson gson : GSONS) {
            assertThat(gson.toJson(gson.fromJson(json, Point.class))).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":\"1\"}", "{\"x\":1.5}", "{\"shade\":1}", "{\"mixed\":{}}", "[]"})
    void rejectsOtherKindsOfValues(String json) {
        assertThatThrownBy(() -> new Gson().fromJson(json, Point.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mixed\":[\"a\",{\"b\":1}]}"})
    void namesThePathOfAWrongVariant(String json) {
        assertThatThrownBy(() -> new Gson().fromJson(json, Point.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("At $.mixed[1]: $.b");
    }
}
