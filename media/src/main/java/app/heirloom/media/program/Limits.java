package app.heirloom.media.program;

import java.time.Duration;

/** What one child process may use up; the wall clock's limit is three times the processor's. */
public record Limits(Duration cpuTime, long memoryInBytes) {
    Duration wallTime() {
        return cpuTime.multipliedBy(3);
    }
}
