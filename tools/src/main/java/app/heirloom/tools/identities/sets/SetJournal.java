package app.heirloom.tools.identities.sets;

import app.heirloom.library.identity.IdentitySet;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was done to sets and when, one line each, for people to read. */
record SetJournal(Path file, InstantSource clock) {
    static final String NAME = "journal.jsonl";

    void note(String what, IdentitySet set) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant().toString());
        line.put("set", set.number());
        line.put("owner", set.owner());
        line.put("what", what);
        line.put("faces", set.faces().size());
        try {
            Files.writeString(
                    file,
                    JsonMapper.shared().writeValueAsString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
    }
}
