import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks a release in a local file repository: {@code java release/CheckRelease.java [--unsigned] FOLDER}.
 *
 * <p>It must contain exactly the published artifacts. Each file must have checksums and, unless {@code --unsigned} is given, a
 * signature. Use {@code gpg} to verify the signatures.
 */
final class CheckRelease {

    private static final List<String> POMS = List.of("trigger-api-bom", "trigger-api-parent");
    private static final List<String> JARS = List.of(
            "trigger-api-client",
            "trigger-api-mock-server",
            "trigger-api-mock-server-redis",
            "trigger-api-mock-server-standalone",
            "trigger-api-openapi-document",
            "trigger-api-server-stubs",
            "trigger-api-spec",
            "trigger-api-spring-boot-starter",
            "trigger-api-spring-boot-test");

    /** The files of a jar artifact, besides its POM. */
    private static final List<String> FILES =
            List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml");

    private static final List<String> POM_ELEMENTS = List.of("name", "description");

    /** These may come from the parent. */
    private static final List<String> POM_ELEMENTS_OF_ALL = List.of("url", "licenses", "developers", "scm");

    private final Path group;
    private final boolean signed;
    private final List<String> problems = new ArrayList<>();

    private CheckRelease(Path repository, boolean signed) {
        this.group = repository.resolve("io/github/triggerapi");
        this.signed = signed;
    }

    public static void main(String[] arguments) throws IOException {
        boolean signed = !List.of(arguments).contains("--unsigned");
        List<String> folders =
                Stream.of(arguments).filter(argument -> !argument.startsWith("--")).toList();
        if (folders.size() != 1 || arguments.length > 2 || arguments.length == 2 && signed) {
            System.err.println("Usage: java release/CheckRelease.java [--unsigned] FOLDER");
            System.exit(2);
        }
        CheckRelease check = new CheckRelease(Path.of(folders.get(0)), signed);
        check.all();
        check.problems.forEach(System.out::println);
        System.out.println(check.problems.isEmpty() ? "Complete" : check.problems.size() + " problems");
        System.exit(check.problems.isEmpty() ? 0 : 1);
    }

    private void all() throws IOException {
        if (!Files.isDirectory(group)) {
            problems.add(group + ": missing");
            return;
        }
        TreeSet<String> versions = new TreeSet<>();
        TreeSet<String> expected = new TreeSet<>(POMS);
        expected.addAll(JARS);
        for (Path artifact : folders(group)) {
            String name = artifact.getFileName().toString();
            if (!expected.remove(name)) {
                problems.add(name + ": must not be published");
            }
            for (Path version : folders(artifact)) {
                versions.add(version.getFileName().toString());
                artifact(name, version);
            }
        }
        expected.forEach(name -> problems.add(name + ": missing"));
        if (versions.size() > 1) {
            problems.add("several versions: " + String.join(", ", versions));
        }
    }

    private void artifact(String name, Path folder) throws IOException {
        Map<String, Path> files = files(folder);
        String prefix = prefix(name, files);
        for (String suffix : POMS.contains(name) ? List.<String>of() : FILES) {
            require(files, prefix + suffix);
        }
        if (require(files, prefix + ".pom")) {
            pom(files.get(prefix + ".pom"), POMS.contains(name));
        }
        for (String file : files.keySet()) {
            if (file.startsWith(prefix) && !file.matches(".*\\.(asc|md5|sha1|sha256|sha512)")) {
                companions(files, file);
            }
        }
    }

    private void companions(Map<String, Path> files, String file) throws IOException {
        if (signed) {
            require(files, file + ".asc");
        }
        for (String suffix : List.of(".md5", ".sha1")) {
            checksum(files, file, suffix, suffix.equals(".md5") ? "MD5" : "SHA-1");
        }
    }

    /** Returns the prefix of all file names: name and version. The version of a snapshot contains a timestamp. */
    private static String prefix(String name, Map<String, Path> files) {
        return files.keySet().stream()
                .filter(file -> file.endsWith(".pom"))
                .map(file -> file.substring(0, file.length() - ".pom".length()))
                .findFirst()
                .orElse(name);
    }

    private boolean require(Map<String, Path> files, String file) throws IOException {
        boolean there = files.containsKey(file) && Files.size(files.get(file)) > 0;
        if (!there) {
            problems.add(file + ": missing or empty");
        }
        return there;
    }

    private void pom(Path file, boolean alone) throws IOException {
        String pom = Files.readString(file);
        TreeSet<String> elements = new TreeSet<>(POM_ELEMENTS);
        if (alone) {
            elements.addAll(POM_ELEMENTS_OF_ALL);
        }
        elements.stream()
                .filter(element -> !pom.matches("(?s).*\\n  <" + element + "[ >].*"))
                .forEach(element -> problems.add(file.getFileName() + ": no <" + element + ">"));
    }

    private void checksum(Map<String, Path> files, String file, String suffix, String algorithm) throws IOException {
        if (require(files, file + suffix)
                && !Files.readString(files.get(file + suffix)).strip().equals(digest(files.get(file), algorithm))) {
            problems.add(file + suffix + ": does not match the file");
        }
    }

    private static String digest(Path file, String algorithm) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
            return ("%0" + digest.length * 2 + "x").formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isRegularFile).forEach(file -> files.put(file.getFileName().toString(), file));
        }
        return files;
    }
}
