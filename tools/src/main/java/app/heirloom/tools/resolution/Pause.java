package app.heirloom.tools.resolution;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pause {
    Pause REAL = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    void of(Duration duration);
}
