package io.github.triggerapi.update.proof;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables of a build that runs code of a revision.
 *
 * <p>Only variables that a JDK, Maven or the operating system needs are passed on, so that no token or key of whoever runs
 * the update is in the environment of that code.
 */
final class BuildEnvironment {

    private static final Set<String> ALLOWED = Set.of(
            // Any system
            "PATH",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TMP",
            "TEMP",
            // Unix
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "TERM",
            // Windows
            "PATHEXT",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "OS",
            "USERNAME",
            "USERPROFILE",
            "HOMEDRIVE",
            "HOMEPATH",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "PROGRAMFILES",
            "PROGRAMFILES(X86)",
            "PROGRAMW6432",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE",
            "PROCESSOR_ARCHITEW6432",
            // JDK and Maven
            "JAVA_HOME",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "MAVEN_OPTS",
            "MAVEN_ARGS",
            "MAVEN_USER_HOME");

    /** What the Maven wrapper downloads Maven through. */
    private static final Set<String> ADDRESSES =
            Set.of("MVNW_REPOURL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");

    private BuildEnvironment() {}

    /** Removes every other variable. */
    static void clean(Map<String, String> variables) {
        variables.entrySet().removeIf(variable -> !isAllowed(variable.getKey(), variable.getValue()));
    }

    private static boolean isAllowed(String name, String value) {
        // Windows does not tell upper case from lower, and proxies are written in either.
        String upper = name.toUpperCase(Locale.ROOT);
        return ALLOWED.contains(upper)
                || upper.startsWith("LC_")
                // An address with a password has an @.
                || ADDRESSES.contains(upper) && !value.contains("@");
    }
}
