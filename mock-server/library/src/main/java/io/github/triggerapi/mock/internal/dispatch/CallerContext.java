package io.github.triggerapi.mock.internal.dispatch;

import io.github.triggerapi.mock.internal.validation.ApiKey;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The caller of a request, whose name is the environment of the API key. */
record CallerContext(@Nullable ApiKey key) implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
        return key;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
        return key == null ? null : "BEARER";
    }
}
