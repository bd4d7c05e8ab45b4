package io.github.triggerapi.update;

/** Tells whoever waits what is being done. */
public interface Progress {

    /** Begins with something that takes a while, as in {@code compile}. */
    void step(String what);
}
