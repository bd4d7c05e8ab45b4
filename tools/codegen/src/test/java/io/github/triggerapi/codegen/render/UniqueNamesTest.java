package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    @Test
    void returnsEachNameOnce() {
        UniqueNames names = new UniqueNames("b", "a_4");

        assertThat(Stream.of("a", "a", "b", "a", "a_3", "a", "a_", "c")
                        .map(name -> names.unique(name).source()))
                .isEqualTo(List.of("a", "a_", "b_", "a__", "a_3", "a_5", "a___", "c"));
    }

    @Test
    void keepsNamesShort() {
        UniqueNames names = new UniqueNames();

        List<String> all = IntStream.range(0, 10_000)
                .mapToObj(i -> names.unique("VALUE").source())
                .toList();

        assertThat(all).doesNotHaveDuplicates().allMatch(name -> name.length() <= "VALUE_9999".length());
    }
}
