package io.github.triggerapi.mock.fault;

/** A fault that was added to a mock server. */
public interface ActiveFault {
    /** Returns its id, which the server gives to no other fault. */
    String id();

    /** Returns the fault as it was added. */
    Fault fault();

    /** Returns how many requests it was applied to so far. */
    long applied();

    /** Returns whether it was applied to as many requests as {@link Fault#times} allows. */
    boolean isExhausted();
}
