package app.heirloom.tools.identities.people;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.user.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the last application back: faces become whose they were, and people who were made for it go. What somebody changed
 * since stays, and is told. It may be stopped and repeated at any time.
 */
public final class ApplicationUndo {
    private static final Set<Permission> NEEDED = EnumSet.of(
            Permission.PERSON_READ,
            Permission.FACE_READ,
            Permission.PERSON_CREATE,
            Permission.PERSON_UPDATE,
            Permission.PERSON_DELETE,
            Permission.PERSON_STATISTICS,
            Permission.FACE_UPDATE);

    private final PhotoServer server;
    private final ApplicationJournal journal;

    public ApplicationUndo(PhotoServer server, ApplicationJournal journal) {
        this.server = server;
        this.journal = journal;
    }

    /**
     * What was taken back.
     *
     * @param faces that became whose they were
     * @param exceptions what could not be made as it was
     */
    public record Summary(int faces, List<String> exceptions) {}

    /**
     * Takes the last application back that was not yet.
     *
     * @param owner label of the sets
     */
    public Summary run(String owner) {
        ApplicationJournal.Run run = journal.last(owner);
        if (run.deeds().getFirst() instanceof Deed.Begun begun
                && !begun.user().equals(server.account().user().id())) {
            throw ErrorCode.INVALID.exception("The sets of " + owner + " were applied for another user (" + begun.user()
                    + " on " + begun.server() + "): give an API key of that user");
        }
        server.account().require(NEEDED);
        return new TakingBack(server.people(), run).run();
    }
}
