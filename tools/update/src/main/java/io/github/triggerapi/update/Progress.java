package io.github.triggerapi.update;

/** Reports the progress of an update to the user. */
public interface Progress {

    /** Reports the start of a step that may take a while, such as {@code compile}. */
    void step(String what);
}
