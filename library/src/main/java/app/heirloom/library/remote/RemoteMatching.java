package app.heirloom.library.remote;

import app.heirloom.library.asset.Checksum;
import java.util.Collection;
import java.util.List;

/**
 * Asks which of many photos a server has, instead of going through all that it has. The answers are the user's assets,
 * trashed and external ones too; locked ones are never among them.
 */
public interface RemoteMatching {
    /**
     * Assets with one of these keys, in any order. Of a key that several assets have come two, which is enough to know
     * that it is ambiguous, or none when some of them are locked.
     */
    List<HeldAsset> listByKey(Collection<JoinKey> keys);

    /** Assets with one of these contents, in any order; external ones are left out. */
    List<HeldAsset> listByChecksum(Collection<Checksum> checksums);
}
