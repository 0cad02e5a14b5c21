package app.heirloom.cli.terminal;

import app.heirloom.library.error.HeirloomException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a command ended and what it said. */
public record Said(int code, String out, String err) {
    /** Runs a command as a terminal would that nobody sits at; a failure is its code and its message. */
    public static Said by(Object command, List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line = CommandTree.whole(command);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            if (failure instanceof HeirloomException e) {
                err.write(e.code() + ": " + e.getMessage());
                return ExitCode.CANNOT;
            }
            throw failure;
        });
        int code = line.execute(arguments.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
