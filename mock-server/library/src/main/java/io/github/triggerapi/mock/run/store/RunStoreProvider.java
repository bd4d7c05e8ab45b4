package io.github.triggerapi.mock.run.store;

import java.util.Set;

/**
 * Opens stores that are named by a URL. {@link java.util.ServiceLoader} finds the providers, so an artifact that has one
 * only needs to be added to the class path.
 */
public interface RunStoreProvider {
    /** Returns the URL schemes that it supports, in lower case. */
    Set<String> schemes();

    /**
     * Parses a URL without connecting to the store.
     *
     * @throws IllegalArgumentException if it is invalid; the message must not contain the URL, which may have a password
     */
    Location locate(String url);

    /** Where a store is. Its string form is the URL without a user and a password. */
    interface Location {
        /**
         * Connects to the store.
         *
         * @param maxRuns how many runs it keeps, 1 or more
         * @throws StoreUnavailableException if it cannot be reached
         */
        RunStore connect(int maxRuns);
    }
}
