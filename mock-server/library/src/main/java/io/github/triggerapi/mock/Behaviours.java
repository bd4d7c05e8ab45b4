package io.github.triggerapi.mock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the behaviours on the class path. */
final class Behaviours {
    private static final Logger LOGGER = System.getLogger(Behaviours.class.getName());

    /** Once for all servers, so that what is missing is said once. */
    private static final List<Behaviour> ALL = find();

    private Behaviours() {}

    /** Those that are there. One that cannot be loaded is left out, and the log says so. */
    static List<Behaviour> all() {
        return ALL;
    }

    private static List<Behaviour> find() {
        List<Behaviour> found = new ArrayList<>();
        Iterator<Behaviour> providers = ServiceLoader.load(Behaviour.class, Behaviour.class.getClassLoader())
                .iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    found.add(providers.next());
                }
            } catch (ServiceConfigurationError e) {
                LOGGER.log(
                        Level.WARNING,
                        "A behaviour is missing, its operations are answered from the document: " + e.getMessage());
            }
        }
        return List.copyOf(found);
    }
}
