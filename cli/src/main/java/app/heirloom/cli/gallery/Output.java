package app.heirloom.cli.gallery;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.tools.gallery.GalleryIndex;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How results are told: to people, or as JSON to programs. */
final class Output {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** Prints the result in one line, or has it told. */
    void print(Object result, Runnable telling) {
        if (json) {
            try {
                out().println(JSON.writeValueAsString(result));
            } catch (JacksonException e) {
                throw ErrorCode.INVALID.exception("The result cannot be written as JSON: " + e.getMessage(), e);
            }
        } else {
            telling.run();
        }
        out().flush();
    }

    synchronized void complain(GalleryIndex.Complaint complaint) {
        say(complaint.path() + ": " + complaint.reason());
    }

    /** Says something beside the result. */
    synchronized void say(String sentence) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
