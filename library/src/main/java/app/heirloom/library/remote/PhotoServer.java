package app.heirloom.library.remote;

import app.heirloom.library.remote.album.RemoteAlbums;
import app.heirloom.library.remote.album.RemoteLinks;
import app.heirloom.library.remote.asset.RemoteAssets;
import app.heirloom.library.remote.asset.RemoteOriginals;
import app.heirloom.library.remote.asset.RemotePreviews;
import app.heirloom.library.remote.asset.RemoteTags;
import app.heirloom.library.remote.asset.RemoteTrash;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import app.heirloom.library.remote.duplicate.RemoteStacks;
import app.heirloom.library.remote.person.RemotePeople;
import java.util.Optional;

/**
 * A photo server elsewhere, as one of its users sees it. Role by role, so that a workflow takes only what it needs.
 *
 * <p>All methods of all roles may be called by many threads at once, and wait when the server asks for patience; but not
 * by those of the common fork-join pool, which the JDK's HTTP client needs itself. They fail as
 *
 * <ul>
 *   <li>REMOTE_UNREACHABLE when the server cannot be reached or stopped in the middle, after some attempts;
 *   <li>REMOTE_FAILURE when it failed, or its answer is not understood;
 *   <li>UNAUTHENTICATED when the key is not valid (any more);
 *   <li>FORBIDDEN when the key lacks a permission, which the message names;
 *   <li>NO_ACCESS when a thing is not there, or not the user's;
 *   <li>INVALID when the server refuses what it is told to do.
 * </ul>
 *
 * Whether a change was made that failed as REMOTE_UNREACHABLE or REMOTE_FAILURE is not known: read before you go on.
 */
public interface PhotoServer {
    RemoteAccount account();

    RemoteAssets assets();

    /** Empty where the server, as Immich, cannot be asked about many photos at once. */
    Optional<RemoteMatching> matching();

    RemoteOriginals originals();

    RemotePreviews previews();

    RemoteTrash trash();

    RemoteAlbums albums();

    RemoteTags tags();

    RemoteStacks stacks();

    RemoteLinks links();

    RemotePeople people();

    RemoteDuplicates duplicates();

    /** Empty where what was said can only be replaced by something else, as on Immich. */
    Optional<RemoteWithdrawal> withdrawal();
}
