package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.QueueOptions;
import io.github.triggerapi.client.model.TTL;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions.Builder;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BuilderTest {

    @Test
    void setsUnionByAnyVariant() {
        assertThat(options(o -> o.ttl("1h42m"))).isEqualTo("{'ttl':'1h42m'}");
        assertThat(options(o -> o.ttl(60))).isEqualTo("{'ttl':60}");
        assertThat(options(o -> o.ttl(9007199254740993L))).isEqualTo("{'ttl':9007199254740993}");
        assertThat(options(o -> o.ttl(0.5))).isEqualTo("{'ttl':0.5}");
        assertThat(options(o -> o.ttl(new BigDecimal("0.1234567890123456789"))))
                .isEqualTo("{'ttl':0.1234567890123456789}");
        assertThat(options(o -> o.ttl(TTL.of("2h")))).isEqualTo("{'ttl':'2h'}");
        assertThat(options(o -> o.tags("a"))).isEqualTo("{'tags':'a'}");
        assertThat(options(o -> o.tags(List.of("a", "b")))).isEqualTo("{'tags':['a','b']}");
        assertThat(options(o -> o.tags(List.of()))).isEqualTo("{'tags':[]}");
    }

    @Test
    void setsObjectByConsumerOfItsBuilder() {
        assertThat(options(o -> o.queue(queue -> queue.name("a").concurrencyLimit(5))))
                .isEqualTo("{'queue':{'name':'a','concurrencyLimit':5}}");
        assertThat(options(o -> o.queue(queue -> {}))).isEqualTo("{'queue':{}}");
    }

    @Test
    void doesNotWriteUnsetMembers() {
        assertThat(options(o -> o)).isEqualTo("{}");
    }

    @Test
    void toBuilderCopiesMembers() {
        QueueOptions one = QueueOptions.builder().name("a").concurrencyLimit(5).build();
        QueueOptions other = one.toBuilder().concurrencyLimit(null).build();

        assertThat(one.toBuilder().build()).isEqualTo(one);
        assertThat(one.concurrencyLimit()).isEqualTo(5);
        assertThat(other.name()).isEqualTo("a");
        assertThat(other.concurrencyLimit()).isNull();
    }

    @Test
    void builderCanBeReused() {
        QueueOptions.Builder builder = QueueOptions.builder().name("a");
        QueueOptions one = builder.build();

        builder.name("b");

        assertThat(one.name()).isEqualTo("a");
    }

    @Test
    void objectsWithSameMembersAreEqual() {
        TriggerTaskRequestBody one = body("a", 5);

        assertThat(one)
                .isEqualTo(body("a", 5))
                .hasSameHashCodeAs(body("a", 5))
                .isNotEqualTo(body("b", 5))
                .isNotEqualTo(body("a", 6))
                .isNotEqualTo(null)
                .isNotEqualTo("a");
    }

    @Test
    void toStringListsMembers() {
        assertThat(body("a", 5))
                .hasToString("TriggerTaskRequestBody(payload=<not shown>, "
                        + "options=TriggerTaskRequestBodyOptions(queue=QueueOptions(concurrencyLimit=5)))");
    }

    @Test
    void requiresRequiredMembers() {
        assertThatThrownBy(ErrorResponse.builder()::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ErrorResponse.error");
        assertThat(ErrorResponse.builder().error("").build().error()).isEmpty();
    }

    private static TriggerTaskRequestBody body(String payload, long limit) {
        return TriggerTaskRequestBody.builder()
                .payload(payload)
                .options(TriggerTaskRequestBodyOptions.builder()
                        .queue(QueueOptions.builder().concurrencyLimit(limit).build())
                        .build())
                .build();
    }

    private static String options(UnaryOperator<Builder> setting) {
        return GsonSettings.PLAIN
                .write(setting.apply(TriggerTaskRequestBodyOptions.builder()).build())
                .replace('"', '\'');
    }
}
