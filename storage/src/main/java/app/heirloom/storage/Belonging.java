package app.heirloom.storage;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.storage.files.InstanceMark;
import app.heirloom.storage.sql.InstanceRepository;
import java.util.Optional;
import java.util.UUID;

/** Makes sure that originals and database belong together, before and while a server works on them. */
public final class Belonging {
    private static final String WAY_OUT =
            " If this is what you want, start once with --accept-database; the originals stay as they are.";

    private final InstanceMark mark;
    private final InstanceRepository instance;
    private final Transactions transactions;

    public Belonging(InstanceMark mark, InstanceRepository instance, Transactions transactions) {
        this.mark = mark;
        this.instance = instance;
        this.transactions = transactions;
    }

    /**
     * Compares both sides and ties new ones together.
     *
     * @param accept whether to take the database as it is
     * @throws HeirloomException DATA_DIRECTORY when they do not belong together or the database went back in time
     */
    public void check(boolean accept) {
        Optional<InstanceMark.Content> marked = mark.read();
        if (!accept) {
            marked.ifPresentOrElse(this::checkMark, this::checkUnmarked);
        }
        record();
    }

    /** Notes how far the database has come. */
    public void record() {
        UUID id = transactions.write(instance::id);
        mark.write(new InstanceMark.Content(id, transactions.read(instance::newestChange)));
    }

    private void checkMark(InstanceMark.Content marked) {
        ChangeId newest = transactions.read(instance::newestChange);
        if (newest.equals(ChangeId.NONE) && !marked.newestChange().equals(ChangeId.NONE)) {
            throw refuse("The database is empty, but the originals here belong to a library that was in use."
                    + " Put its database back.");
        }
        if (!transactions.write(instance::id).equals(marked.instance())) {
            throw refuse("The database belongs to another library than the originals here."
                    + " Check --data and --database.");
        }
        if (newest.compareTo(marked.newestChange()) < 0) {
            throw refuse("The database went back in time: its newest change is of " + newest.instant()
                    + ", but it had come to " + marked.newestChange().instant()
                    + " before. Uploads since then would be missing from it. Put the newer database back.");
        }
    }

    private void checkUnmarked() {
        if (!transactions.read(instance::isEmpty)) {
            throw refuse("The database is that of a library in use, but its originals are not here."
                    + " Check --data, and whether the disk with the originals is mounted.");
        }
    }

    private static HeirloomException refuse(String reason) {
        return ErrorCode.DATA_DIRECTORY.exception(reason + WAY_OUT);
    }
}
