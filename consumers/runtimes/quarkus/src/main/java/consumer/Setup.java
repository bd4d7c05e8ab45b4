package consumer;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import jakarta.ws.rs.ext.Provider;

/** Quarkus finds features by their annotation. */
@Provider
public class Setup extends TriggerApiFeature {

    public Setup() {
        super(key -> key.equals("tr_dev_1234"));
    }
}
