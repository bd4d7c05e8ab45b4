package io.github.triggerapi.spring;

import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Hides the secret key and the values of headers in the endpoints of Actuator, also where those show other values. */
final class SecretSanitizer implements SanitizingFunction {

    @Override
    public SanitizableData apply(SanitizableData data) {
        // A key as in configprops, env, or an environment variable.
        String key = data.getKey().replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
        boolean secret = key.equals("triggersecretkey") || key.startsWith("triggerheaders");
        return secret ? data.withSanitizedValue() : data;
    }
}
