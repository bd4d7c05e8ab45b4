package io.github.triggerapi.mock.run.store;

/** Thrown if a shared store cannot be reached or does not work. Whether it did what it was asked to do is unknown. */
public final class StoreUnavailableException extends StoreException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param store the location of the store, without a password
     */
    public StoreUnavailableException(String store, Throwable cause) {
        super("Store %s: %s".formatted(store, line(cause)), cause);
    }

    /**
     * Creates an exception.
     *
     * @param store the location of the store, without a password
     * @param reason one line
     */
    public StoreUnavailableException(String store, String reason, Throwable cause) {
        super("Store %s: %s".formatted(store, reason), cause);
    }

    /** Returns the message of the innermost cause, which is the most specific. */
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
