package io.github.triggerapi.client;

import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/** What a client calls itself in its requests. */
final class UserAgent {

    /** Without a version where the jar was taken apart or is on the module path. */
    static final String TEXT = text(UserAgent.class.getPackage().getImplementationVersion());

    private UserAgent() {}

    private static String text(@Nullable String version) {
        return "trigger-api-client" + (version == null ? "" : "/" + version) + " okhttp/" + OkHttp.VERSION;
    }
}
