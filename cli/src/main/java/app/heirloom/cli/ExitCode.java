package app.heirloom.cli;

/** What the program's end tells scripts. */
final class ExitCode {
    /** All went well. */
    static final int DONE = 0;
    /** The program itself failed. */
    static final int FAULT = 1;
    /** The options are wrong, or what they ask for is not possible here; the message tells how to mend it. */
    static final int CANNOT = 2;

    private ExitCode() {}
}
