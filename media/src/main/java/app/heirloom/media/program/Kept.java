package app.heirloom.media.program;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of what a program writes. */
final class Kept implements Intake {
    private final int limit;
    private byte[] bytes = new byte[0];

    Kept(int limit) {
        this.limit = limit;
    }

    @Override
    public void take(InputStream output) throws IOException {
        bytes = output.readNBytes(limit);
    }

    /** Once the program has ended. */
    byte[] bytes() {
        return bytes.clone();
    }
}
