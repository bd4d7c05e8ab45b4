package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.triggerapi.client.internal.json.JsonMember;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.traffic.GeneratedObjectBuilder.MisfitException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class GeneratedObjectBuilderTest {

    private static final String TIME = "2024-06-25T15:45:26Z";

    private final GeneratedObjectBuilder builders = new GeneratedObjectBuilder(GeneratedArtifact.CLIENT);

    /** A class as generated for a member that is a string or a date-time. */
    public static final class Thing {

        @JsonMember("from")
        private final Object from;

        private Thing(Object from) {
            this.from = from;
        }

        public Object from() {
            return from;
        }

        public static Builder builder() {
            return new Builder();
        }

        public static final class Builder {

            private Object from;

            public Builder from(OffsetDateTime from) {
                this.from = from;
                return this;
            }

            public Builder from(String from) {
                this.from = from;
                return this;
            }

            public Thing build() {
                return new Thing(from);
            }
        }
    }

    @Test
    void setsStringThatIsNotADateTimeAsString() {
        assertThat(from("a")).isEqualTo("a");
    }

    @Test
    void choosesTheSameSetterInEachRun() {
        assertThat(from(TIME)).isEqualTo(TIME);
    }

    @Test
    void rejectsStringThatIsNotADateTime() {
        assertThatExceptionOfType(MisfitException.class)
                .isThrownBy(() -> builders.toJava(StringNode.valueOf("a"), OffsetDateTime.class))
                .withMessageContaining("java.time.OffsetDateTime: \"a\"");
        assertThat(builders.toJava(StringNode.valueOf(TIME), OffsetDateTime.class))
                .isEqualTo(OffsetDateTime.parse(TIME));
    }

    /** A class as generated for an object with a required member, which requests lack. */
    public static final class Account {

        @JsonMember("id")
        private final Object id = "";

        public Object id() {
            throw new IllegalStateException("The JSON object that was read lacks the required member id");
        }
    }

    @Test
    void missingRequiredMemberIsAbsent() {
        assertThat(new GeneratedObjectReader(GeneratedArtifact.CLIENT).toJson(new Account()))
                .isEqualTo(JsonNodeFactory.instance.objectNode());
    }

    private Object from(String text) {
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("from", text);
        return ((Thing) builders.toJava(value, Thing.class)).from();
    }
}
