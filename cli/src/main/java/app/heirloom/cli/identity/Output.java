package app.heirloom.cli.identity;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.json.JsonMapper;

/** How results are told: to people, or as JSON to programs. */
final class Output {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Prints the fields in one line, or has them told. */
    void print(Map<String, ?> fields, Runnable telling) {
        if (json) {
            out().println(JsonMapper.shared().writeValueAsString(fields));
        } else {
            telling.run();
        }
        out().flush();
    }

    PrintWriter out() {
        return commandLine().getOut();
    }

    PrintWriter err() {
        return commandLine().getErr();
    }

    /** Says something beside the result. */
    synchronized void say(String sentence) {
        err().println(sentence);
        err().flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
