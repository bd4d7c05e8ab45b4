package io.github.triggerapi.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.RunStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs tests that use the extension, and checks their servers. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class MockServerExtensionTest {
    static class OneForEach {
        static final Collection<MockServer> SEEN = new ConcurrentLinkedQueue<>();

        @RegisterExtension
        static final MockServerExtension MOCK = new MockServerExtension();

        MockServer first;

        @BeforeEach
        void before(MockServer mock, MockClock clock) {
            first = mock;
            assertThat(clock).isSameAs(mock.clock());
        }

        @Test
        void one(MockServer mock) {
            use(mock);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void some(int number, MockServer mock) {
            use(mock);
        }

        @RepeatedTest(2)
        void again(MockServer mock) {
            use(mock);
        }

        @TestFactory
        Stream<DynamicTest> thoseOfAFactoryShare(MockServer mock) {
            use(mock);
            return Stream.of("a", "b")
                    .map(name -> DynamicTest.dynamicTest(name, () -> new TriggeringClient(mock).trigger("x", "{}")));
        }

        @Nested
        class Inside {
            @Test
            void inside(MockServer mock) {
                use(mock);
            }
        }

        @AfterEach
        void after(MockServer mock) {
            assertThat(mock).isSameAs(first);
            assertThat(new TriggeringClient(mock).trigger("x", "{}")).isEqualTo(200);
        }

        void use(MockServer mock) {
            assertThat(mock).isSameAs(first);
            assertThat(mock.runs()).isEmpty();
            SEEN.add(mock);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneForEachOfOneInstance extends OneForEach {}

    @Test
    void eachTestHasItsOwnServer() {
        ExtensionRunner.run(OneForEach.class)
                .testEvents()
                .assertStatistics(all -> all.started(8).succeeded(8));
        ExtensionRunner.run(OneForEachOfOneInstance.class)
                .testEvents()
                .assertStatistics(all -> all.started(8).succeeded(8));
        assertThat(OneForEach.SEEN).hasSize(14).doesNotHaveDuplicates().allSatisfy(this::isClosed);
    }

    @ExtendWith(MockServerExtension.class)
    static class AtOnce {
        static final Collection<MockServer> SEEN = new ConcurrentLinkedQueue<>();
        static final CyclicBarrier ALL = new CyclicBarrier(4);

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void some(String task, MockServer mock) throws Exception {
            use(task, mock);
        }

        @Test
        void third(MockServer mock) throws Exception {
            use("c", mock);
        }

        @Test
        void fourth(MockServer mock) throws Exception {
            use("d", mock);
        }

        private void use(String task, MockServer mock) throws Exception {
            SEEN.add(mock);
            ALL.await(20, TimeUnit.SECONDS);
            new TriggeringClient(mock).trigger(task, "{}");
            ALL.await(20, TimeUnit.SECONDS);
            assertThat(mock.runs()).singleElement().matches(run -> run.task().equals(task));
        }
    }

    @Test
    void testsRunInParallel() {
        ExtensionRunner.run(
                        AtOnce.class,
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "4")
                .testEvents()
                .assertStatistics(all -> all.started(4).succeeded(4));
        assertThat(AtOnce.SEEN).hasSize(4).doesNotHaveDuplicates().allSatisfy(this::isClosed);
    }

    @ExtendWith(MockServerExtension.class)
    static class OneForAll {
        static final Collection<MockServer> SEEN = new ConcurrentLinkedQueue<>();

        @BeforeAll
        static void all(MockServer mock) {
            new TriggeringClient(mock).trigger("x", "{}");
            SEEN.add(mock);
        }

        @BeforeEach
        void before(MockServer mock) {
            assertThat(mock.runs()).isEmpty();
            mock.task("x").stayQueued();
        }

        @Test
        void one(MockServer mock) {
            use(mock);
        }

        @Test
        void two(MockServer mock) {
            use(mock);
        }

        @Nested
        class Inside {
            @Test
            void inside(MockServer mock) {
                use(mock);
            }
        }

        @Nested
        class InsideToo extends Inside {}

        private void use(MockServer mock) {
            assertThat(new TriggeringClient(mock).trigger("x", "{}")).isEqualTo(200);
            assertThat(mock.runs()).singleElement().matches(run -> run.status() == RunStatus.QUEUED);
            SEEN.add(mock);
        }
    }

    @Test
    void aClassCanShareOneServerThatIsResetBeforeEachTest() {
        ExtensionRunner.run(OneForAll.class)
                .testEvents()
                .assertStatistics(all -> all.started(4).succeeded(4));
        assertThat(OneForAll.SEEN)
                .hasSize(5)
                .allMatch(mock -> mock == OneForAll.SEEN.iterator().next());
        assertThat(OneForAll.SEEN).allSatisfy(this::isClosed);
    }

    static class WithAClient {
        static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
        static final Collection<TriggeringClient> CLIENTS = new ConcurrentLinkedQueue<>();

        @RegisterExtension
        static final MockServerExtension MOCK = MockServerExtension.builder()
                .server(server -> server.tasks("ship", "last").clock(MockClock.stoppedAt(NOW)))
                .parameter(TriggeringClient.class, TriggeringClient::new)
                .parameter(String.class, mock -> "closes nothing")
                .build();

        @Test
        void one(TriggeringClient client, MockServer mock, TriggeringClient same, String text) {
            use(client, mock);
            assertThat(same).isSameAs(client);
            assertThat(text).isEqualTo("closes nothing");
        }

        @Test
        void two(TriggeringClient client, MockServer mock) {
            use(client, mock);
        }

        private void use(TriggeringClient client, MockServer mock) {
            assertThat(client.trigger("nowhere", "{}")).isEqualTo(404);
            assertThat(client.trigger("ship", "{}")).isEqualTo(200);
            assertThat(mock.runs())
                    .singleElement()
                    .matches(run -> run.createdAt().equals(NOW));
            mock.clock().advance(Duration.ofDays(1));
            CLIENTS.add(client);
        }
    }

    @Test
    void parametersAreCreatedForTheConfiguredServer() {
        assertThat(ExtensionRunner.failures(WithAClient.class)).isEmpty();
        assertThat(WithAClient.CLIENTS).hasSize(2).doesNotHaveDuplicates().allMatch(TriggeringClient::isClosed);
    }

    @Test
    void aTypeCannotBeAddedTwice() {
        MockServerExtension.Builder builder = MockServerExtension.builder();
        assertThatThrownBy(() -> builder.parameter(MockServer.class, mock -> mock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a io.github.triggerapi.mock.MockServer already");
    }

    static class Tampered {
        static final MockServerExtension.Builder BUILDER = MockServerExtension.builder();

        @RegisterExtension
        static final MockServerExtension MOCK = BUILDER.build();

        @Test
        void one(String text) {}
    }

    @Test
    void theBuilderCanBeReused() {
        Tampered.BUILDER.parameter(String.class, mock -> "late");
        assertThat(ExtensionRunner.failures(Tampered.class))
                .singleElement()
                .satisfies(thrown -> assertThat(thrown).hasMessageContaining("No ParameterResolver"));
    }

    private void isClosed(MockServer mock) {
        assertThatThrownBy(() -> new TriggeringClient(mock).trigger("x", "{}"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void noServerIsStartedIfNoneIsNeeded() {
        assertThat(ExtensionRunner.failures(NobodyAsks.class)).isEmpty();
    }

    static class NobodyAsks {
        @RegisterExtension
        static final MockServerExtension MOCK = MockServerExtension.builder()
                .server(server -> {
                    throw new IllegalStateException("nobody asked");
                })
                .build();

        @Test
        void nothing() {
            assertThat(List.of()).isEmpty();
        }
    }
}
