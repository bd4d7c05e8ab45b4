package io.github.triggerapi.mock;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this computer that some tests need. */
public final class InstalledPrograms {
    private InstalledPrograms() {}

    /**
     * Returns the first program with one of these names on the path. Without it the test is skipped; in a build with the
     * environment variable {@code CI=true} it fails.
     *
     * @param packages what to install
     */
    public static File require(String packages, String... names) {
        return find("true".equals(System.getenv("CI")), packages, names);
    }

    static File find(boolean required, String packages, String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<File> program = Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(directory -> new File(directory, name)))
                .filter(File::canExecute)
                .findFirst();
        String reason = "There is no " + String.join(" or ", names) + " on the path: install " + packages;
        if (program.isEmpty() && required) {
            throw new AssertionError(reason);
        }
        assumeTrue(program.isPresent(), reason);
        return program.orElseThrow();
    }
}
