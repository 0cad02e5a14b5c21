package app.heirloom.library.device;

import app.heirloom.library.remote.HeldAsset;
import org.jspecify.annotations.Nullable;

/** Decides whether a file may take over the checksum of an asset without being read. */
public final class StrictJoin {
    private StrictJoin() {}

    /**
     * A file and what else has its key.
     *
     * @param twins files on the device that have the key, the file included, motion videos not
     * @param rows assets on the server that have the key, of whatever kind
     * @param asset one of them; null when there is none
     */
    public record Case(
            DeviceFile file, int twins, int rows, @Nullable HeldAsset asset) {}

    /** What came of it. */
    public sealed interface Verdict {
        /** The file is the original of the asset. */
        record Match(HeldAsset asset) implements Verdict {}

        /** There are several of the key, here or there. */
        record Ambiguous() implements Verdict {}

        /** Nothing on the server has the key, or what has it cannot be this file. */
        record Unmatched() implements Verdict {}
    }

    public static Verdict judge(Case joined) {
        HeldAsset asset = joined.asset();
        if (asset == null) {
            return new Verdict.Unmatched();
        }
        if (joined.rows() > 1 || joined.twins() > 1) {
            return new Verdict.Ambiguous();
        }
        return isOriginalOf(joined.file(), asset) ? new Verdict.Match(asset) : new Verdict.Unmatched();
    }

    private static boolean isOriginalOf(DeviceFile file, HeldAsset asset) {
        var standing = asset.standing();
        Long size = asset.size().bytes();
        return !standing.trashed()
                && !standing.external()
                && !standing.hidden()
                && standing.type() == DeviceFile.typeOf(file.path())
                && size != null
                && size == file.stamp().sizeInBytes();
    }
}
