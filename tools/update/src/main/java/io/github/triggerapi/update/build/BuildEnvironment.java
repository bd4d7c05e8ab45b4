package io.github.triggerapi.update.build;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The environment variables of a build that runs code of a revision.
 *
 * <p>Only variables that a JDK, Maven or the operating system needs are passed on. Of these, variables with options are left
 * out if they seem to set a password, a token or a secret, and addresses if they have a user. A credential that is written in
 * any other way into one of these variables is passed on.
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

    /** What the Maven wrapper downloads Maven through. */
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
        // Windows does not tell upper case from lower, and proxies are written in either.
        String upper = name.toUpperCase(Locale.ROOT);
        return ALLOWED.contains(upper)
                || upper.startsWith("LC_")
                || OPTIONS.contains(upper) && !CREDENTIAL.matcher(value).find()
                // An address with a password has an @.
                || ADDRESSES.contains(upper) && !value.contains("@");
    }
}
