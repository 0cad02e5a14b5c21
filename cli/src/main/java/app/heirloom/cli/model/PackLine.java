package app.heirloom.cli.model;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import java.util.Locale;

/** A pack in one line of 80 columns: name, state, size, licence. A name that is too long has a line for itself. */
final class PackLine {
    private static final int NAME = 44;
    private static final long KILO = 1000;

    private PackLine() {}

    static String of(Pack pack, ModelFolder.State state) {
        String name = pack.id().name();
        String head = name.length() > NAME ? name + System.lineSeparator() + " ".repeat(NAME) : name;
        return String.format(
                Locale.ROOT,
                "%-" + NAME + "s %-7s %7s %s",
                head,
                state.name().toLowerCase(Locale.ROOT),
                pack.sizeInBytes() == 0 ? "?" : size(pack.sizeInBytes()),
                pack.terms().license());
    }

    static String size(long bytes) {
        if (bytes < KILO * KILO) {
            return Math.ceilDiv(bytes, KILO) + " KB";
        }
        return bytes < KILO * KILO * KILO
                ? Math.ceilDiv(bytes, KILO * KILO) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (KILO * KILO * KILO));
    }
}
