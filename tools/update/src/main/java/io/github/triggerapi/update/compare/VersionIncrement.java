package io.github.triggerapi.update.compare;

import io.github.triggerapi.update.compare.change.Severity;
import java.util.Locale;

/** The part of a version that must be incremented, by Semantic Versioning. */
public enum VersionIncrement {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    static VersionIncrement of(Severity severity) {
        return switch (severity) {
            case NONE -> PATCH;
            case COMPATIBLE -> MINOR;
            case BREAKING -> MAJOR;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
