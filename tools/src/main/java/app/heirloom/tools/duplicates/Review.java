package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An analysis that somebody looks through: each decision is in its file before the next one is taken. Safe for concurrent
 * use.
 */
public final class Review {
    private static final String CHOSEN = "it was chosen by hand";

    private final Path file;
    private final RemoteDuplicates server;
    private final AnalysisHeader header;
    private final Map<DuplicateGroupId, AnalyzedGroup> groups = new LinkedHashMap<>();
    private final List<AnalyzedGroup> dismissed;
    private FileTime written;
    private int changes;

    private Review(Path file, RemoteDuplicates server, AnalysisFile analysis, FileTime written) {
        this.file = file;
        this.server = server;
        this.header = analysis.header();
        this.dismissed = new ArrayList<>(analysis.dismissed());
        this.written = written;
        analysis.forEach(group -> groups.put(group.id(), group));
    }

    /**
     * Reads the analysis.
     *
     * @param server is told which of its groups are no duplicates
     */
    public static Review open(Path file, RemoteDuplicates server) {
        FileTime written = modified(file);
        return new Review(file, server, AnalysisFile.open(file), written);
    }

    /** As decided so far, in the order of the file, without those that are no duplicates. */
    public synchronized List<AnalyzedGroup> groups() {
        return List.copyOf(groups.values());
    }

    public synchronized Optional<AnalyzedGroup> find(DuplicateGroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** How many decisions were taken. */
    public synchronized int changes() {
        return changes;
    }

    /** Keeps another member of the group; fails as NOT_FOUND when there is no such group, or no such member. */
    public synchronized AnalyzedGroup keep(DuplicateGroupId id, AssetId keeper) {
        AnalyzedGroup old = get(id);
        AnalyzedAsset chosen = old.assets()
                .filter(asset -> asset.id().equals(keeper))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception("The asset " + keeper + " is not in the group " + id));
        List<AnalyzedAsset> others =
                old.assets().filter(asset -> !asset.id().equals(keeper)).toList();
        var group = new AnalyzedGroup(id, old.grounds(), chosen, others, old.conflicts(), CHOSEN);
        Map<DuplicateGroupId, AnalyzedGroup> decided = new LinkedHashMap<>(groups);
        decided.put(id, group);
        save(decided.values(), dismissed);
        groups.put(id, group);
        return group;
    }

    /** Says that these are no duplicates: to the server where the group is its own, and in the file. */
    public synchronized void dismiss(DuplicateGroupId id) {
        AnalyzedGroup group = get(id);
        if (group.grounds() == Grounds.SERVER) {
            server.dismiss(List.of(id));
        }
        Map<DuplicateGroupId, AnalyzedGroup> left = new LinkedHashMap<>(groups);
        left.remove(id);
        List<AnalyzedGroup> more = new ArrayList<>(dismissed);
        more.add(group);
        save(left.values(), more);
        groups.remove(id);
        dismissed.add(group);
    }

    private AnalyzedGroup get(DuplicateGroupId id) {
        return find(id).orElseThrow(() -> ErrorCode.NOT_FOUND.exception("There is no group " + id + " any more"));
    }

    private void save(Collection<AnalyzedGroup> left, List<AnalyzedGroup> noDuplicates) {
        if (!modified(file).equals(written)) {
            throw ErrorCode.INVALID.exception(
                    file + " was changed by somebody else meanwhile: begin the review anew; nothing was saved now");
        }
        AnalysisSummary summary = AnalysisSummary.NOTHING;
        try (AnalysisWriter writer = AnalysisWriter.open(file, header)) {
            for (AnalyzedGroup group : left) {
                writer.write(group);
                summary = summary.plus(group);
            }
            writer.finish(summary, noDuplicates);
        }
        written = modified(file);
        changes++;
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot read the analysis " + file, e);
        }
    }
}
