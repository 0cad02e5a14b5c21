package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisSummary;
import app.heirloom.tools.finding.DuplicateSearch;
import app.heirloom.tools.finding.FolderPhotos;
import app.heirloom.tools.finding.OriginalContents;
import app.heirloom.tools.finding.PhotoSource;
import app.heirloom.tools.finding.ServerPhotos;
import app.heirloom.tools.finding.Sight;
import app.heirloom.tools.finding.Tier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides what to keep of each group, and writes that down for people and for the commands that follow. */
@Command(
        name = "analyze",
        description = "Decide which of each group of duplicates to keep, and write that to a file. Changes nothing.")
final class AnalyzeCommand implements Runnable {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private KeeperOptions keepers = new KeeperOptions();

    @Mixin
    private FindOptions find = new FindOptions();

    @Mixin
    private MediaPictures pictures = new MediaPictures();

    @Mixin
    private AnalysisOutput output = new AnalysisOutput();

    @Override
    public void run() {
        KeeperRules rules = keepers.toRules();
        Optional<Tier> tier = find.tier();
        if (tier.isPresent()) {
            DuplicateSearch.Summary found = search(tier.get(), rules);
            output.tell(
                    report(found.groups()).with("unseen", found.unseen(), " photos have no preview to be compared"));
        } else {
            output.tell(report(server.use(photos -> analyze(photos, rules))));
        }
    }

    private AnalysisSummary analyze(PhotoServer photos, KeeperRules rules) {
        var analysis = new Analysis(photos, rules, output.progress(), InstantSource.system());
        return output.write(analysis.header(), (dismissed, action) -> analysis.run(action), Function.identity());
    }

    private DuplicateSearch.Summary search(Tier tier, KeeperRules rules) {
        try (MediaPictures decoding = pictures) {
            InstantSource clock = InstantSource.system();
            if (find.folder().isPresent()) {
                var files = new FolderPhotos(find.folder().get(), decoding.metadata(), output::complain, clock);
                return search(files, tier, rules, decoding);
            }
            return server.use(photos -> search(
                    new ServerPhotos(photos, new OriginalContents(photos, decoding), clock), tier, rules, decoding));
        }
    }

    private DuplicateSearch.Summary search(PhotoSource photos, Tier tier, KeeperRules rules, PictureReader decoding) {
        var sight = new Sight(decoding, find.cache(), server.concurrency());
        var search = new DuplicateSearch(photos, tier, rules, sight, output.progress());
        return output.write(search.header(), search::run, DuplicateSearch.Summary::groups);
    }

    private static AnalysisOutput.Report report(AnalysisSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("groups", summary.groups());
        fields.put("assets", summary.assets());
        fields.put("keepers", summary.groups());
        fields.put("losers", summary.losers());
        fields.put("needs_review", summary.needsReview());
        fields.put("recoverable_bytes", summary.recoverableBytes());
        List<String> lines = new ArrayList<>();
        lines.add("%d groups of %d assets: %d to keep, %d to let go"
                .formatted(summary.groups(), summary.assets(), summary.groups(), summary.losers()));
        lines.add(Megabytes.of(summary.recoverableBytes()) + " would become free");
        lines.add(
                summary.needsReview() + " groups should be looked at: they contradict each other, or only look alike");
        return new AnalysisOutput.Report(fields, lines)
                .with("external", summary.external(), " assets are in external libraries")
                .with(
                        "left_out",
                        summary.single(),
                        " groups were left out: fewer than two of their members are still there");
    }
}
