package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.ZoneName;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteAssets;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assets in memory. */
record FakeAssets(FakeShelves shelves) implements RemoteAssets {
    @Override
    public void forEach(RemoteFilter filter, Consumer<RemoteAsset> action) {
        shelves.all().stream()
                .filter(asset -> filter.trashed() || !asset.state().trashed())
                .filter(asset -> filter.visibility() == null
                        ? asset.state().visibility() != Visibility.LOCKED
                        : asset.state().visibility() == filter.visibility())
                .map(asset -> filter.exif() ? asset : asset.withExif(Exif.UNKNOWN))
                .forEach(action);
    }

    @Override
    public Optional<WholeRemoteAsset> find(AssetId id) {
        return shelves.find(id).map(asset -> new WholeRemoteAsset(asset, tagsOf(id), peopleOf(id)));
    }

    private List<RemoteTag> tagsOf(AssetId id) {
        return shelves.tags.values().stream()
                .filter(tag -> shelves.members(shelves.tagAssets, tag.id()).contains(id))
                .toList();
    }

    private List<RemotePerson> peopleOf(AssetId id) {
        return shelves.faces.getOrDefault(id, List.of()).stream()
                .map(RemoteFace::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public AssetCounts count() {
        List<RemoteAsset> shown = shelves.all().stream()
                .filter(asset -> !asset.state().trashed() && !asset.isExternal())
                .filter(asset -> asset.state().visibility() == Visibility.TIMELINE
                        || asset.state().visibility() == Visibility.ARCHIVE)
                .toList();
        long videos = shown.stream()
                .filter(asset -> asset.original().type() == AssetType.VIDEO)
                .count();
        return new AssetCounts(shown.size() - videos, videos);
    }

    @Override
    public Optional<Map<LibraryId, Long>> countLibraries(UserId owner) {
        return Optional.of(shelves.all().stream()
                .filter(asset -> !asset.state().trashed() && asset.state().visibility() != Visibility.HIDDEN)
                .map(asset -> asset.state().grouping().library())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(library -> library, Collectors.counting())));
    }

    @Override
    public void edit(AssetId id, AssetEdit edit) {
        RemoteAsset asset = shelves.get(id);
        RemoteState state = asset.state();
        if (edit.favorite() != null) {
            state = state.withFavorite(edit.favorite());
        }
        if (edit.visibility() != null) {
            state = state.withVisibility(edit.visibility());
        }
        Exif exif = edit.metadata().over(asset.exif());
        shelves.replace(new RemoteAsset(
                id,
                asset.owner(),
                asset.original(),
                times(asset, edit.metadata().capture()),
                exif,
                state));
    }

    /** As if no file said anything. */
    void withdraw(AssetId id, Withdrawal withdrawal) {
        RemoteAsset asset = shelves.get(id);
        Exif exif = asset.exif();
        CaptureTime taken = withdrawal.date();
        AssetTimes old = asset.times();
        shelves.replace(asset.withExif(new Exif(
                        exif.camera(),
                        exif.exposure(),
                        taken == null ? exif.capture() : Capture.UNKNOWN,
                        withdrawal.place() ? Location.UNKNOWN : exif.location(),
                        exif.caption(),
                        exif.frame()))
                .withTimes(
                        taken == null
                                ? old
                                : new AssetTimes(
                                        taken.instant(),
                                        taken.local(),
                                        old.fileModified(),
                                        old.created(),
                                        old.updated())));
    }

    private static AssetTimes times(RemoteAsset asset, @Nullable Capture capture) {
        AssetTimes old = asset.times();
        if (capture == null || capture.local() == null) {
            return old;
        }
        ZoneId zone =
                Optional.ofNullable(capture.zone()).flatMap(ZoneName::parse).orElse(ZoneOffset.UTC);
        Instant captured = capture.local().atZone(zone).toInstant();
        return new AssetTimes(captured, capture.local(), old.fileModified(), old.created(), old.updated());
    }
}
