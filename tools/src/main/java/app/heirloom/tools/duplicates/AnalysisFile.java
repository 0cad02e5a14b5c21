package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.user.UserId;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An analysis that was written before, and perhaps edited by hand since. It is read group by group. */
public final class AnalysisFile {
    static final String TOOL = "heirloom dupes";
    static final int FORMAT = 1;

    private final Path path;
    private final AnalysisHeader header;
    private final long groups;
    private final List<AnalyzedGroup> dismissed;

    private AnalysisFile(Path path, AnalysisHeader header, long groups, List<AnalyzedGroup> dismissed) {
        this.path = path;
        this.header = header;
        this.groups = groups;
        this.dismissed = List.copyOf(dismissed);
    }

    /**
     * Reads the file once to its end.
     *
     * @throws HeirloomException INVALID when it is of another tool or a newer version, is damaged, or names an asset or a
     *     group twice
     */
    public static AnalysisFile open(Path path) {
        Map<AssetId, DuplicateGroupId> seen = new HashMap<>();
        Set<DuplicateGroupId> groups = new HashSet<>();
        ObjectNode rest = read(path, group -> {
            if (!groups.add(group.id())) {
                throw invalid(path, "the group " + group.id() + " is named twice");
            }
            group.assets().forEach(asset -> {
                DuplicateGroupId other = seen.put(asset.id(), group.id());
                if (other != null) {
                    throw invalid(
                            path,
                            "the asset " + asset.id() + " (" + asset.file().name() + ") is named twice, in "
                                    + (other.equals(group.id())
                                            ? "the group " + other
                                            : "the groups " + other + " and " + group.id()));
                }
            });
        });
        return new AnalysisFile(path, header(path, rest), groups.size(), dismissed(path, rest));
    }

    /**
     * The groups of which somebody said in an earlier analysis that they are no duplicates.
     *
     * @param path where that may be; anything else there says nothing
     * @param user whose groups these are
     */
    public static List<AnalyzedGroup> dismissed(Path path, UserId user) {
        if (Files.notExists(path)) {
            return List.of();
        }
        try {
            AnalysisFile earlier = open(path);
            return earlier.header().user().equals(user) ? earlier.dismissed() : List.of();
        } catch (HeirloomException e) {
            return List.of();
        }
    }

    public AnalysisHeader header() {
        return header;
    }

    /** How many there are. */
    public long groups() {
        return groups;
    }

    /** Groups of which somebody said that they are no duplicates; they are not among the others. */
    public List<AnalyzedGroup> dismissed() {
        return dismissed;
    }

    /** Hands the groups over in their order. */
    public void forEach(Consumer<AnalyzedGroup> action) {
        read(path, action);
    }

    /** Fails as INVALID unless it was made for this user of this server; the server's address may have changed. */
    public void requireFor(RemoteAccount account) {
        if (header.server().startsWith("file:")) {
            throw ErrorCode.INVALID.exception("The analysis " + path + " is a report about a folder (" + header.server()
                    + "): what it says, no command does");
        }
        if (!account.user().id().equals(header.user())) {
            throw ErrorCode.INVALID.exception("The analysis " + path + " was made on " + header.server()
                    + " with the key of another user (" + header.user() + "); this is "
                    + account.server().address() + " and the user "
                    + account.user().id());
        }
    }

    /** Returns what stands beside the groups. */
    private static ObjectNode read(Path path, Consumer<AnalyzedGroup> action) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        long position = 0;
        boolean isComplete = false;
        if (Files.isDirectory(path)) {
            throw invalid(path, "it is a folder");
        }
        try (InputStream stream = Files.newInputStream(path);
                JsonParser json = JsonMapper.shared().createParser(stream)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw invalid(path, "it is no analysis");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                if (name.equals("groups") && token == JsonToken.START_ARRAY) {
                    requireOurs(path, rest);
                    isComplete = true;
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        position++;
                        action.accept(AnalysisFormat.readGroup(json.readValueAsTree()));
                    }
                } else {
                    rest.set(name, json.<JsonNode>readValueAsTree());
                }
            }
            requireOurs(path, rest);
            if (!isComplete) {
                throw invalid(path, "it has no groups");
            }
            return rest;
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception("The analysis " + path + " is damaged: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(path, "in group " + position + " of the file, " + e.getMessage());
        } catch (IOException e) {
            throw DiskFailure.of("Cannot read the analysis " + path, e);
        }
    }

    private static void requireOurs(Path path, JsonNode rest) {
        if (!rest.path("tool").asString("").equals(TOOL)) {
            throw invalid(path, "another tool wrote it; make a new one with heirloom dupes analyze");
        }
        int format = rest.path("format").asInt(0);
        if (format != FORMAT) {
            throw invalid(
                    path, "its format is " + format + ", of another version of heirloom; this one reads " + FORMAT);
        }
    }

    private static AnalysisHeader header(Path path, JsonNode rest) {
        try {
            return new AnalysisHeader(
                    Instant.parse(AnalysisFormat.text(rest, "generated_at")),
                    AnalysisFormat.text(rest, "server_url"),
                    UserId.parse(AnalysisFormat.text(rest, "user_id")),
                    rest.path("keeper_rules").asString(""));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(path, e.getMessage());
        }
    }

    private static List<AnalyzedGroup> dismissed(Path path, JsonNode rest) {
        List<AnalyzedGroup> dismissed = new ArrayList<>();
        try {
            rest.path("dismissed").forEach(group -> dismissed.add(AnalysisFormat.readGroup(group)));
            return dismissed;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(path, "in a dismissed group, " + e.getMessage());
        }
    }

    private static HeirloomException invalid(Path path, @Nullable String what) {
        return ErrorCode.INVALID.exception("The analysis " + path + " cannot be used: " + what);
    }
}
