package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.SettingsFolder;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which member of a group to keep, said by rules or by the name of rules that were saved. */
final class KeeperOptions {
    @Option(
            names = "--keep",
            paramLabel = "RULES",
            description = {
                "What to keep, the most important rule first, with commas between: pixels, bytes, favorite, oldest,"
                        + " newest, richest (metadata), upload (in no external library), path=PREFIX, library=ID,"
                        + " format=heic>jpg, album=NAME. What no rule decides, pixels and bytes decide, then the order.",
                "Default: pixels,bytes"
            })
    private @Nullable String rules;

    @Option(names = "--profile", paramLabel = "NAME", description = "Name of rules that were saved, instead of --keep.")
    private @Nullable String profile;

    @Option(names = "--save-profile", paramLabel = "NAME", description = "Save the rules of --keep under a name.")
    private @Nullable String newProfile;

    @Option(
            names = "--profile-file",
            paramLabel = "FILE",
            description = "Where rules are saved, instead of the usual place for settings.")
    private @Nullable Path profiles;

    /** Fails as INVALID when they contradict each other, or there is no such profile. */
    KeeperRules toRules() {
        if (rules != null && profile != null) {
            throw ErrorCode.INVALID.exception("Give --keep or --profile, not both");
        }
        KeeperRules chosen = KeeperRules.parse(profile == null ? given() : saved(profile));
        if (newProfile != null) {
            save(newProfile, chosen);
        }
        return chosen;
    }

    private String given() {
        return rules == null ? "" : rules;
    }

    private String saved(String name) {
        Properties saved = read();
        String found = saved.getProperty(name);
        if (found == null) {
            String others = String.join(", ", saved.stringPropertyNames());
            throw ErrorCode.INVALID.exception("There is no profile " + name + " in " + file()
                    + (others.isEmpty() ? "; --save-profile makes one" : ", only " + others));
        }
        return found;
    }

    private Properties read() {
        var saved = new Properties();
        try (Reader reader = Files.newBufferedReader(file())) {
            saved.load(reader);
        } catch (NoSuchFileException e) {
            return saved;
        } catch (IOException | IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("Cannot read " + file() + ": " + e.getMessage(), e);
        }
        return saved;
    }

    private void save(String name, KeeperRules chosen) {
        Properties saved = read();
        saved.setProperty(name, chosen.text());
        try {
            var text = new StringWriter();
            saved.store(text, "Which duplicates to keep, for heirloom dupes analyze --profile NAME");
            Files.createDirectories(file().toAbsolutePath().getParent());
            Files.writeString(file(), text.toString());
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file(), e);
        }
    }

    private Path file() {
        return profiles == null ? SettingsFolder.file("keepers.conf") : profiles;
    }
}
