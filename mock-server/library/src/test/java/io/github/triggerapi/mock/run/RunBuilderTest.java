package io.github.triggerapi.mock.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunBuilderTest {
    @Test
    void aPayloadIsWhatJacksonWritesWhenItIsFirstNeeded() {
        assertThat(payloadJson(Map.of("a", List.of(0.1f, "b", 1.50)))).isEqualTo("{\"a\":[0.1,\"b\",1.5]}");
        assertThat(payloadJson("text")).isEqualTo("\"text\"");
        assertThat(payloadJson(null)).isNull();
    }

    @Test
    void noCharacterIsLost() {
        String text = "\ud83d\ude80 \u00fc and half of one: \ud83d";
        Run run = Run.builder().payload(text).build();

        assertThat(run.payload(String.class)).isEqualTo(text);
        assertThat(run.payloadJson()).isEqualTo("\"\ud83d\ude80 \u00fc and half of one: \ud83d\"");
        assertThat(RunBuilder.fromJson(run.toJson()).build().payload(String.class))
                .isEqualTo(text);
        assertThat(run.toJson()).contains("and half of one: \\uD83D");
    }

    @Test
    void readsWhatAnEarlierVersionWrote() {
        Run run = RunBuilder.fromJson("""
                        {"id":"run_1","task":"t","environment":"prod","status":"COMPLETED","number":1,"version":2,"tags":[],
                        "queue":"task/t","createdAt":"2026-11-24T00:00:00Z","finishedAt":"2026-11-24T00:00:01Z"}
                        """).build();

        assertThat(run.updatedAt()).isEqualTo("2026-11-24T00:00:01Z");
        assertThat(run.metadataJson()).isNull();
        assertThat(run.isTest()).isFalse();
        assertThat(run.attemptCount()).isZero();
    }

    @Test
    void aPayloadThatJacksonCannotWriteIsRejected() {
        Object opaque = new Object();
        assertThatThrownBy(() -> payloadJson(opaque))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot be written as JSON: ");
    }

    private static String payloadJson(Object value) {
        return Run.builder().payload(value).build().payloadJson();
    }
}
