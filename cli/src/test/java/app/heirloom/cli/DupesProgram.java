package app.heirloom.cli;

import app.heirloom.cli.terminal.CommandTree;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code heirloom dupes}, with address and key from the environment.
 *
 * @param folder where nothing is remembered from earlier runs
 */
record DupesProgram(String url, String key, Path folder) {
    static DupesProgram of(StandInServer server, Path folder) {
        return new DupesProgram(server.url(), StandInServer.KEY, folder);
    }

    /** How a command ended and what it said. */
    record Said(int code, String text) {}

    Said run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("dupes"));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        var text = new StringWriter();
        var line = CommandTree.towards(new Heirloom(), all.toArray(String[]::new));
        line.setOut(new PrintWriter(text));
        line.setErr(new PrintWriter(text));
        Map<String, String> environment = Map.of(
                "IMMICH_URL", url,
                "IMMICH_API_KEY", key,
                "HEIRLOOM_SERVER_FILE", folder.resolve("none.conf").toString());
        int code = CliMain.run(line, all.toArray(String[]::new), environment);
        return new Said(code, text.toString());
    }
}
