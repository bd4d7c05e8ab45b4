package io.github.triggerapi.update.build;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Filters the environment variables of a build that runs code generated from a revision.
 *
 * <p>Only variables that a JDK, Maven or the operating system needs are passed on. Options are left out if they seem to
 * contain a password, a token or a secret, and URLs if they contain a user. Credentials in any other form are passed on.
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
            "MAVEN_USER_HOME");

    /** The URLs and proxies that the Maven wrapper uses to download Maven. */
    private static final Set<String> ADDRESSES =
            Set.of("MVNW_REPOURL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");

    /** Options of the JDK and of Maven, such as {@code -Dhttps.proxyPort=3128}. */
    private static final Set<String> OPTIONS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS", "MAVEN_ARGS");

    /** Part of an option that sets a credential, such as {@code -Dhttps.proxyPassword}. */
    private static final Pattern CREDENTIAL = Pattern.compile("password|token|secret", Pattern.CASE_INSENSITIVE);

    private BuildEnvironment() {}

    /** Removes the variables that are not passed on. */
    static void clean(Map<String, String> variables) {
        variables.entrySet().removeIf(variable -> !isAllowed(variable.getKey(), variable.getValue()));
    }

    private static boolean isAllowed(String name, String value) {
        // Names are case-insensitive on Windows, and those of proxies are used in both cases.
        String upper = name.toUpperCase(Locale.ROOT);
        return ALLOWED.contains(upper)
                || upper.startsWith("LC_")
                || OPTIONS.contains(upper) && !CREDENTIAL.matcher(value).find()
                // A URL with a password contains an @.
                || ADDRESSES.contains(upper) && !value.contains("@");
    }
}
