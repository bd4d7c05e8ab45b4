package io.github.triggerapi.client.internal.transport;

import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/** The header {@code User-Agent}. */
final class UserAgent {

    static final String NAME = "User-Agent";

    /** Has no version on the module path, or if the classes were taken out of their jar. */
    static final String VALUE = value(UserAgent.class.getPackage().getImplementationVersion());

    private UserAgent() {}

    private static String value(@Nullable String version) {
        return "trigger-api-client" + (version == null ? "" : "/" + version) + " okhttp/" + OkHttp.VERSION;
    }
}
