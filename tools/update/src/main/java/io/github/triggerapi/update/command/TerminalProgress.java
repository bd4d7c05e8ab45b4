package io.github.triggerapi.update.command;

import io.github.triggerapi.openapi.WorkflowSafeText;
import io.github.triggerapi.update.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;

/** Shows progress: on a terminal as one line with the elapsed seconds, otherwise as one line for each step. */
final class TerminalProgress implements Progress, AutoCloseable {

    private final PrintStream out;
    private final boolean terminal;
    private final Instant started = Instant.now();
    private final Timer timer = new Timer("progress", true);
    private String current = "";

    TerminalProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        if (terminal) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            draw();
                        }
                    },
                    1000,
                    1000);
        }
    }

    @Override
    public synchronized void step(String what) {
        current = WorkflowSafeText.of(what);
        if (terminal) {
            draw();
        } else {
            out.println("… " + current);
        }
    }

    private synchronized void draw() {
        if (!current.isEmpty()) {
            long seconds = Duration.between(started, Instant.now()).toSeconds();
            out.print("\r\033[2K… " + current + ", " + seconds + " s");
            out.flush();
        }
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        timer.cancel();
        if (terminal && !current.isEmpty()) {
            out.print("\r\033[2K");
            out.flush();
        }
        current = "";
    }
}
