package app.heirloom.tools.resolution;

import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.library.duplicate.merge.MetadataScore;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.SavedAsset;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Looks whether the groups of an analysis were ended as they should be, by whatever tool. Changes nothing. */
public final class Verification {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED =
            EnumSet.of(Permission.USER_READ, Permission.ASSET_READ, Permission.ALBUM_READ, Permission.FACE_READ);

    private final PhotoServer photos;
    private final Progress progress;
    private final Consolidation consolidation;

    /**
     * What was looked at.
     *
     * @param sound groups with which all is well
     */
    public record Summary(long groups, long sound) {
        public boolean isSound() {
            return groups == sound;
        }
    }

    public Verification(PhotoServer photos, Progress progress) {
        this.photos = photos;
        this.progress = progress;
        this.consolidation = new Consolidation(photos, Pause.REAL);
    }

    /**
     * Looks at every group.
     *
     * @param listener hears of the groups with which something is off, and what
     */
    public Summary run(AnalysisFile analysis, BiConsumer<AnalyzedGroup, List<String>> listener) {
        photos.account().require(NEEDED);
        analysis.requireFor(photos.account());
        var tally = new Object() {
            long sound;
        };
        progress.during(
                "Verifying groups",
                "groups",
                OptionalLong.of(analysis.groups()),
                () -> analysis.forEach(group -> {
                    List<String> problems = problems(group);
                    if (problems.isEmpty()) {
                        tally.sound++;
                    } else {
                        listener.accept(group, problems);
                    }
                    progress.advance(1);
                }));
        return new Summary(analysis.groups(), tally.sound);
    }

    private List<String> problems(AnalyzedGroup group) {
        List<String> problems = new ArrayList<>();
        List<SavedAsset> losers = new ArrayList<>();
        for (AnalyzedAsset loser : group.losers()) {
            Optional<SavedAsset> found =
                    loser.isExternal() ? Optional.empty() : new AssetReading(photos).find(loser.id());
            found.ifPresent(losers::add);
            if (found.isPresent() && !found.get().asset().state().trashed()) {
                problems.add("the loser " + named(loser) + " is still there");
            }
        }
        AnalyzedAsset keeper = group.keeper();
        Optional<SavedAsset> kept = new AssetReading(photos).find(keeper.id());
        if (kept.isEmpty()) {
            problems.add("CRITICAL: the keeper " + named(keeper) + " is gone");
        } else {
            problems.addAll(problemsOf(kept.get(), group, losers));
        }
        return problems;
    }

    private List<String> problemsOf(SavedAsset kept, AnalyzedGroup group, List<SavedAsset> losers) {
        List<String> problems = new ArrayList<>();
        RemoteAsset asset = kept.asset();
        String name = "the keeper " + named(group.keeper());
        if (asset.state().trashed()) {
            problems.add("CRITICAL: " + name + " is in the trash");
        }
        if (!asset.original().checksum().equals(group.keeper().file().checksum())) {
            problems.add("CRITICAL: " + name + " has other bytes than before");
        }
        lacking(kept, group, losers).forEach(thing -> problems.add(name + " lacks " + thing));
        return problems;
    }

    /** By what the losers say while they are in the trash, else by what the analysis says of them. */
    private List<String> lacking(SavedAsset kept, AnalyzedGroup group, List<SavedAsset> losers) {
        var gain = consolidation.gain(kept, losers);
        Set<String> lacking =
                MetadataGain.missing(gain.edit(), kept.known()).stream().collect(Collectors.toSet());
        gain.tags().forEach(tag -> lacking.add("the tag " + tag.path()));
        gain.people().forEach(seen -> lacking.add("the person " + seen.person().name()));
        List<AnalyzedAsset> gone =
                group.losers().stream().filter(loser -> !loser.isExternal()).toList();
        Set<String> albums = kept.albums().stream().map(RemoteAlbum::name).collect(Collectors.toSet());
        gone.stream()
                .flatMap(loser -> loser.albums().stream())
                .filter(album -> !albums.contains(album))
                .forEach(album -> lacking.add("the album " + album));
        if (gone.stream().anyMatch(AnalyzedAsset::favorite)
                && !kept.asset().state().favorite()) {
            lacking.add("the favorite");
        }
        MetadataScore score = MetadataScore.of(kept.asset().exif());
        boolean agreeOnPlace =
                group.conflicts().stream().noneMatch(conflict -> conflict.kind() == MetadataConflict.Kind.GPS);
        if (agreeOnPlace
                && score.gps() == 0
                && gone.stream().anyMatch(loser -> loser.score().gps() > 0)) {
            lacking.add("the place");
        }
        if (score.captureTime() == 0
                && gone.stream().anyMatch(loser -> loser.score().captureTime() > 0)) {
            lacking.add("the date");
        }
        return lacking.stream().sorted().toList();
    }

    private static String named(AnalyzedAsset asset) {
        return asset.file().name() + " (" + asset.id() + ")";
    }
}
