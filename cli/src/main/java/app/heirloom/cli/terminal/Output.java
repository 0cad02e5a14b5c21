package app.heirloom.cli.terminal;

import app.heirloom.library.error.ErrorCode;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How results are told: to people, or as JSON to programs. */
public final class Output {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    public boolean isJson() {
        return json;
    }

    public PrintWriter out() {
        return commandLine().getOut();
    }

    public PrintWriter err() {
        return commandLine().getErr();
    }

    /** Prints the result, a record or a map, in one line, or has it told. */
    public void print(Object result, Runnable telling) {
        if (json) {
            try {
                out().println(JsonMapper.shared().writeValueAsString(result));
            } catch (JacksonException e) {
                throw ErrorCode.INVALID.exception("The result cannot be written as JSON: " + e.getMessage(), e);
            }
        } else {
            telling.run();
        }
        out().flush();
    }

    /** Says something beside the result. */
    public synchronized void say(String sentence) {
        err().println(sentence);
        err().flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
