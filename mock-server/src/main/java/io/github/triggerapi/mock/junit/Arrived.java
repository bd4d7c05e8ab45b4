package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.run.Run;
import java.util.List;
import java.util.stream.Collectors;

/** What arrived at a server until a test failed: no error, but it goes where errors are read. */
final class Arrived extends Exception {
    private static final long serialVersionUID = 1L;

    Arrived(List<Run> runs, List<String> refused) {
        super(text(runs, refused), null, false, false);
    }

    private static String text(List<Run> runs, List<String> refused) {
        String triggered =
                runs.isEmpty() ? "nothing was triggered" : "triggered were" + RunLines.list(runs, RunLines::of);
        return refused.isEmpty()
                ? triggered
                : triggered + "\nand refused"
                        + refused.stream().map(line -> "\n- " + line).collect(Collectors.joining());
    }
}
