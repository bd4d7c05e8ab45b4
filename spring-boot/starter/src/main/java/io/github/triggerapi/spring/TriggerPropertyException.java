package io.github.triggerapi.spring;

/** Thrown if there can be no client with the value of a property, or without one. The message does not quote secrets. */
final class TriggerPropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String property;
    private final boolean missing;

    /** @param missing whether the property has no value */
    TriggerPropertyException(String property, boolean missing, RuntimeException cause) {
        super(property + ": " + cause.getMessage(), cause);
        this.property = property;
        this.missing = missing;
    }

    String property() {
        return property;
    }

    boolean isMissing() {
        return missing;
    }
}
