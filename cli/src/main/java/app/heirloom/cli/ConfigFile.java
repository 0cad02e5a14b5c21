package app.heirloom.cli;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The file that holds options, one a line, in the syntax of Java's properties. */
final class ConfigFile {
    private static final String NAME = "heirloom.conf";
    private static final String HEADING = """
            # Options of "heirloom serve", one NAME=VALUE a line. Options on the command line and
            # HEIRLOOM_... environment variables win over this file. Take the # away to set one.
            """;

    /** Where the file is cannot stand in the file, and what is meant for one start should not. */
    private static final Set<String> NO_SETTINGS = Set.of("help", "version", "config", "data", "accept-database");

    private ConfigFile() {}

    static Path in(Path data) {
        return data.resolve(NAME);
    }

    /** The options in a file; those that nobody knows are a mistake. */
    static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("Cannot read the configuration file " + file + ": " + e.getMessage(), e);
        }
        var options = new TreeMap<String, String>();
        properties.forEach(
                (name, value) -> options.put(name.toString(), value.toString().strip()));
        return options;
    }

    /** Puts a file with every option commented out into the data directory, unless there is one. */
    static void writeTemplate(Path data) {
        var lines = new StringJoiner(System.lineSeparator(), HEADING, System.lineSeparator());
        CommandSpec.forAnnotatedObject(new ServeCommand()).options().stream()
                .filter(ConfigFile::isSetting)
                .forEach(option -> describe(option, lines));
        try {
            Files.writeString(in(data), lines.toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // written at an earlier start, and perhaps edited since
        } catch (IOException e) {
            throw ErrorCode.DATA_DIRECTORY.exception("Cannot write " + in(data) + ": " + e.getMessage(), e);
        }
    }

    private static void describe(OptionSpec option, StringJoiner lines) {
        String usual = Objects.toString(option.initialValue(), "");
        lines.add("");
        for (String line : option.description()) {
            lines.add("# " + line.replace("${DEFAULT-VALUE}", usual));
        }
        lines.add("#" + nameOf(option) + "=" + usual);
    }

    /** The name of an option in the file: without its dashes. */
    static String nameOf(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    private static boolean isSetting(OptionSpec option) {
        return !option.hidden() && !NO_SETTINGS.contains(nameOf(option));
    }
}
