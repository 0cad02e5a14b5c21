package app.heirloom.cli.model;

import app.heirloom.cli.terminal.Terminal;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.error.ErrorCode;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A licence that forbids something must be accepted before its models are fetched. */
final class Acceptance {
    @Option(names = "--accept-license", description = "Accept a licence that must be accepted first.")
    private boolean accepted;

    /** Fails as INVALID when the pack's licence must be accepted and is not. */
    void require(Pack pack, PrintWriter out) {
        if (!pack.terms().toAccept() || accepted) {
            return;
        }
        out.printf(
                "The models of %s are for %s use.%n%s%n",
                pack.id(), pack.terms().license(), pack.terms().source());
        out.flush();
        if (!answer().map(text -> text.strip().equalsIgnoreCase("yes")).orElse(false)) {
            throw ErrorCode.INVALID.exception(
                    "The licence of " + pack.id() + " must be accepted first: read it, then add --accept-license");
        }
    }

    private static Optional<String> answer() {
        return Terminal.find().map(terminal -> terminal.readLine("Do you accept that? (yes/no) "));
    }
}
