package app.heirloom.tools.identities.store;

/** What became of an asset. */
public enum StagingOutcome {
    /** Its picture was downloaded. */
    STAGED,
    /** Its picture is in the cache of faces. */
    KNOWN,
    /** Another asset has the same picture. */
    DUPLICATE,
    /** All faces are smaller than wanted. */
    SMALL,
    /** The server found no face. */
    FACELESS,
    /** It is a video, or not there, or a preview of the server's own that an external library took for a photo. */
    LEFT_OUT,
    /** Its picture was staged but is not as it was: it is to be staged again. */
    LOST
}
