package app.heirloom.library.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.edit.Withdrawal;

/** Takes back what was said of assets, which not every photo server can: most only know how to say something else. */
public interface RemoteWithdrawal {
    /** What was not said by an edit, but by the file, stays. May be repeated. */
    void withdraw(AssetId id, Withdrawal withdrawal);
}
