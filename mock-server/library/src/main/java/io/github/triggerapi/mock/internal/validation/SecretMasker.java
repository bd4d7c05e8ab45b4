package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.openapi.SecurityScheme;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Masks secrets in requests that are shown or logged: keys, tokens, passwords and cookies. */
public final class SecretMasker {
    private static final String MASK = "***";

    /** Headers whose values begin with a scheme, which may be shown. */
    private static final Set<String> WITH_SCHEME = Set.of("authorization", "proxy-authorization");

    private static final Set<String> COOKIES = Set.of("cookie", "set-cookie");

    /** A header whose value is a URL. */
    private static final String REFERER = "referer";

    /** Parts of names of secrets, in lower case, letters and digits only. */
    private static final List<String> PARTS = List.of("token", "secret", "password", "passwd", "passphrase");

    /** Ends of further names, in the same form, without digits at the end. */
    private static final List<String> ENDS = List.of(
            "pwd",
            "signature",
            "sig",
            "credential",
            "credentials",
            "auth",
            "authorization",
            "jwt",
            "sessionid",
            "apikey",
            "appkey",
            "accesskey",
            "accountkey",
            "authkey",
            "clientkey",
            "privatekey",
            "servicekey",
            "sharedkey",
            "signkey",
            "signingkey",
            "subscriptionkey");

    private static final Pattern PARAMETER = Pattern.compile("([?&;#])([^=&;#?]*)=([^&;#]*)");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#@]*@");

    /** The names of API keys in the document, in lower case. */
    private final Set<String> names;

    /** Masks also the API keys of some security schemes. */
    public SecretMasker(Collection<SecurityScheme> schemes) {
        this.names = schemes.stream()
                .map(scheme -> scheme.parameter().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what may be shown of the value of a header. */
    public String header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (WITH_SCHEME.contains(lower)) {
            return ApiKey.masked(value);
        }
        if (REFERER.equals(lower)) {
            return url(value);
        }
        return COOKIES.contains(lower) || isSecret(name) ? MASK : value;
    }

    /** Returns what may be shown of a URL, or of a path with its query. */
    public String url(String url) {
        String known = url.contains("//") ? USER_INFO.matcher(url).replaceAll("//" + MASK + "@") : url;
        if (known.indexOf('=') < 0) {
            return known;
        }
        return PARAMETER
                .matcher(known)
                .replaceAll(found ->
                        Matcher.quoteReplacement(isSecret(decoded(found.group(2))) ? masked(found) : found.group()));
    }

    private static String masked(MatchResult parameter) {
        return parameter.group(1) + parameter.group(2) + "=" + MASK;
    }

    /** Decodes valid percent-encodings in a name, and leaves the rest. */
    private static String decoded(String name) {
        return ENCODED.matcher(name)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Returns whether a name, or its part before a bracket, is that of a secret. */
    private boolean isSecret(String name) {
        if (names.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                letters.append(c);
            } else if (c == '[' && hasSecretEnd(letters)) {
                return true;
            }
        }
        String plain = letters.toString();
        for (String part : PARTS) {
            if (plain.contains(part)) {
                return true;
            }
        }
        return hasSecretEnd(plain);
    }

    private static boolean hasSecretEnd(CharSequence name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        String withoutNumber = name.subSequence(0, end).toString();
        for (String secret : ENDS) {
            if (withoutNumber.endsWith(secret)) {
                return true;
            }
        }
        return withoutNumber.equals("key");
    }
}
