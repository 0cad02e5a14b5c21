package app.heirloom.cli.terminal;

/** What the program's end tells scripts. */
public final class ExitCode {
    /** All went well. */
    public static final int DONE = 0;
    /** The program itself failed. */
    public static final int FAULT = 1;
    /** The options are wrong, or what they ask for is not possible here; the message tells how to mend it. */
    public static final int CANNOT = 2;
    /** Not all is, or could be made, as it should be; the output tells what. */
    public static final int INCOMPLETE = 3;

    private ExitCode() {}
}
