package io.github.triggerapi.client;

import java.lang.System.Logger.Level;

/** Logs a line for each call. Loggers show the name of this class as the source of the line. */
final class CallLogger implements CallObserver {

    private static final System.Logger LOGGER = System.getLogger("io.github.triggerapi.client");

    private final Level level;

    CallLogger(Level level) {
        this.level = level;
    }

    @Override
    public void callEnded(CallSummary call) {
        LOGGER.log(level, call::toString);
    }
}
