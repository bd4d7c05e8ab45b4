package io.github.triggerapi.mock.run.store;

/** A store that other servers share cannot be reached, or refuses to work. What it was asked to do may be done or not. */
public final class StoreUnavailableException extends StoreException {
    private static final long serialVersionUID = 1L;

    /**
     * A store is not there.
     *
     * @param store where it should be, without a password
     */
    public StoreUnavailableException(String store, Throwable cause) {
        super("Store %s: %s".formatted(store, line(cause)), cause);
    }

    /**
     * A store is not there.
     *
     * @param store where it should be, without a password
     * @param reason one line
     */
    public StoreUnavailableException(String store, String reason, Throwable cause) {
        super("Store %s: %s".formatted(store, reason), cause);
    }

    /** The innermost reason, which says most. */
    private static String line(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null
                ? innermost.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
