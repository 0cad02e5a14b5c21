package app.heirloom.media.program;

import java.io.IOException;
import java.io.InputStream;

/** Takes what a program writes to its standard output, while it runs. */
@FunctionalInterface
public interface Intake {
    /**
     * Called once, on a thread of its own. What it leaves is thrown away, so that the program never blocks.
     *
     * @throws IOException when the program was killed; what was taken before counts, as far as it goes
     */
    void take(InputStream output) throws IOException;
}
