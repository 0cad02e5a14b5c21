package app.heirloom.testkit.remote.standin;

/** What goes wrong with an answer. */
public enum Fault {
    /** The connection breaks before the server did anything. */
    CUT,
    /** The server does what it is told, then the connection breaks. */
    LOST_ANSWER,
    /** The connection breaks in the middle of the answer. */
    HALF_ANSWER,
    /** Status 500, and nothing is done. */
    ERROR,
    /** Status 429 with no time to wait, and nothing is done. */
    TOO_MANY,
    /** The answer has its length, but one byte of it is wrong. */
    WRONG_BYTES,
    /** Nothing is done and nothing comes, until the server is closed. */
    STALL,
    /** Of a list of ids only the first half is looked at, then comes status 500. */
    HALF_DONE
}
