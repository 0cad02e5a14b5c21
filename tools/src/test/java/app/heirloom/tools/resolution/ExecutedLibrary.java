package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.finding.DrawnPictures;
import app.heirloom.tools.finding.OriginalContents;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import app.heirloom.tools.resolution.report.GroupReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A photo server in memory, its analysis and its backup. */
final class ExecutedLibrary {
    final FakePhotoServer photos = new FakePhotoServer();
    final Path folder;
    final List<GroupReport> reports = new ArrayList<>();

    ExecutedLibrary(Path folder) {
        this.folder = folder;
    }

    /** Of so many bytes, all alike. */
    RemoteAsset add(String name, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) name.hashCode());
        return photos.add(name, bytes);
    }

    RemoteAsset change(RemoteAsset asset, Exif exif) {
        photos.replace(asset.withExif(exif));
        return photos.get(asset.id());
    }

    AnalysisFile analyze() {
        Path file = folder.resolve("analysis.json");
        var analysis = new Analysis(photos, KeeperRules.parse(""), Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(writer::write));
        }
        return AnalysisFile.open(file);
    }

    ExecutionSummary execute(AnalysisFile analysis, boolean forGood) {
        return execute(analysis, new ExecutionSettings(forGood, false, false, 4));
    }

    ExecutionSummary execute(AnalysisFile analysis, ExecutionSettings settings) {
        reports.clear();
        var contents = new OriginalContents(photos, new DrawnPictures());
        var inspection = new GroupInspection(photos, contents, InstantSource.system());
        var groups = new GroupExecution(photos, settings.forGood(), inspection, pause -> {});
        var execution = new Execution(photos, settings, Progress.NONE, groups);
        if (settings.dryRun()) {
            return execution.run(analysis, null, reports::add);
        }
        try (BackupFolder backup = BackupFolder.create(backup(), photos.account())) {
            return execution.run(analysis, backup, reports::add);
        }
    }

    Map<String, List<String>> verify(AnalysisFile analysis) {
        Map<String, List<String>> problems = new HashMap<>();
        new Verification(photos, Progress.NONE)
                .run(analysis, (group, found) -> problems.put(group.id().toString(), found));
        return problems;
    }

    List<String> restore(boolean isDryRun) {
        List<String> all = new ArrayList<>();
        try (BackupFolder backup = BackupFolder.open(backup())) {
            new Restoration(photos, isDryRun, Progress.NONE, pause -> {})
                    .run(backup, (group, notes) -> all.addAll(notes));
        }
        return all;
    }

    /** All that the server says, but for counts of albums and ids of faces. */
    Map<AssetId, String> state() {
        Map<AssetId, String> state = new HashMap<>();
        photos.assets().forEach(RemoteFilter.ALL.withTrashed(), asset -> state.put(asset.id(), describe(asset.id())));
        return state;
    }

    private String describe(AssetId id) {
        var saved = new AssetReading(photos).find(id).orElseThrow();
        return saved.asset()
                + saved.albums().stream().map(album -> album.name()).toList().toString()
                + saved.tags()
                + saved.faces().stream()
                        .map(face -> face.box() + "" + face.person())
                        .toList();
    }

    Path backup() {
        return folder.resolve("backup");
    }
}
