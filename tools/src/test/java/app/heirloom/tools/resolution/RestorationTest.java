package app.heirloom.tools.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.user.SharedLinkId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What losers belong to, beyond what is said of them. */
class RestorationTest {
    @TempDir
    private Path folder;

    private ExecutedLibrary library;
    private RemoteAsset keeper;
    private RemoteAsset loser;
    private RemoteAsset other;

    @BeforeEach
    void fill() {
        library = new ExecutedLibrary(folder);
        keeper = library.add("keeper.jpg", 30);
        loser = library.add("loser.jpg", 20);
        other = library.add("other.jpg", 10);
        library.photos.group(List.of(keeper.id(), loser.id()));
    }

    /** Under the id that it has now. */
    private AssetId again(RemoteAsset asset) {
        return library.photos
                .originals()
                .listByChecksum(List.of(asset.original().checksum()))
                .getFirst()
                .asset();
    }

    private List<AssetId> stackOf(AssetId id) {
        return Optional.ofNullable(library.photos.get(id).state().grouping().stack())
                .flatMap(stack -> library.photos.stacks().find(stack))
                .map(RemoteStack::assets)
                .orElse(List.of());
    }

    private List<AssetId> sharedBy(SharedLinkId link) {
        return library.photos.links().find(link).map(RemoteLink::assets).orElse(List.of());
    }

    @Test
    void stacksAndSharedLinksOfWhatWasTrashedAreAsTheyWere() {
        library.photos.stacks().create(List.of(loser.id(), other.id()));
        SharedLinkId link = library.photos.share(List.of(loser.id(), other.id()));
        Map<AssetId, String> before = library.state();
        library.execute(library.analyze(), false);
        assertThat(sharedBy(link)).containsExactly(other.id());

        library.restore(false);
        assertThat(library.state()).isEqualTo(before);
        assertThat(sharedBy(link)).containsExactly(loser.id(), other.id());
        assertThat(library.restore(false)).isEmpty();
    }

    @Test
    void whatWasDeletedForGoodComesBackIntoItsStackAndItsSharedLinks() {
        library.photos.stacks().create(List.of(loser.id(), other.id()));
        SharedLinkId link = library.photos.share(List.of(loser.id(), other.id()));
        library.execute(library.analyze(), true);
        assertThat(stackOf(other.id())).as("a stack of one is none").isEmpty();

        assertThat(library.restore(true)).contains("stack 2 assets again", "share 1 assets again");
        assertThat(stackOf(other.id())).as("a dry run does nothing").isEmpty();
        library.restore(false);
        assertThat(stackOf(other.id())).as("the primary one first").containsExactly(again(loser), other.id());
        assertThat(sharedBy(link)).containsExactlyInAnyOrder(again(loser), other.id());
        assertThat(library.restore(false)).isEmpty();
    }

    @Test
    void aStackThatWentOnWithoutTheLoserTakesItBack() {
        RemoteAsset third = library.add("third.jpg", 5);
        library.photos.stacks().create(List.of(other.id(), loser.id(), third.id()));
        library.execute(library.analyze(), true);
        assertThat(stackOf(other.id())).containsExactly(other.id(), third.id());

        library.restore(false);
        assertThat(stackOf(other.id())).startsWith(other.id()).containsOnly(other.id(), again(loser), third.id());
    }

    @Test
    void losersOfTwoGroupsComeBackIntoTheirStack() {
        RemoteAsset secondKeeper = library.add("second-keeper.jpg", 60);
        RemoteAsset secondLoser = library.add("second-loser.jpg", 50);
        library.photos.group(List.of(secondKeeper.id(), secondLoser.id()));
        library.photos.stacks().create(List.of(loser.id(), secondLoser.id(), other.id()));
        library.execute(library.analyze(), true);
        assertThat(stackOf(other.id())).isEmpty();

        assertThat(library.restore(true)).contains("stack 3 assets again");
        library.restore(false);
        assertThat(stackOf(other.id())).containsExactly(again(loser), again(secondLoser), other.id());
        assertThat(library.restore(false)).isEmpty();
    }

    @Test
    void aStackOfLosersAloneIsMadeAgain() {
        RemoteAsset secondKeeper = library.add("second-keeper.jpg", 60);
        RemoteAsset secondLoser = library.add("second-loser.jpg", 50);
        library.photos.group(List.of(secondKeeper.id(), secondLoser.id()));
        library.photos.stacks().create(List.of(secondLoser.id(), loser.id()));
        library.execute(library.analyze(), new ExecutionSettings(true, false, false, 1));

        assertThat(library.restore(false)).noneMatch(note -> note.contains("cannot be made"));
        assertThat(stackOf(again(loser))).containsExactly(again(secondLoser), again(loser));
    }

    @Test
    void whatSomebodyStackedAnewStaysWhereItIs() {
        library.photos.stacks().create(List.of(loser.id(), other.id()));
        library.execute(library.analyze(), true);
        RemoteAsset third = library.add("third.jpg", 5);
        library.photos.stacks().create(List.of(third.id(), other.id()));

        assertThat(library.restore(false)).anyMatch(note -> note.contains("a stack of 2 cannot be made again"));
        assertThat(stackOf(third.id())).containsExactly(third.id(), other.id());
        assertThat(stackOf(again(loser))).isEmpty();
    }

    @Test
    void aSharedLinkThatIsGoneIsTold() {
        SharedLinkId link = library.photos.share(List.of(loser.id()));
        library.execute(library.analyze(), true);
        library.photos.unshare(link);

        assertThat(library.restore(false)).contains("the shared link " + link + " is gone: share again what was in it");
    }

    @Test
    void anAlbumOrATagThatIsGoneIsToldAndTheRestComesBack() {
        var rome = library.photos.albums().create("Rome", "");
        var paris = library.photos.albums().create("Paris", "");
        library.photos.albums().add(rome.id(), List.of(loser.id()));
        library.photos.albums().add(paris.id(), List.of(loser.id()));
        library.execute(library.analyze(), true);
        library.photos.removeAlbum(rome.id());

        assertThat(library.restore(false)).contains("the album Rome is gone");
        assertThat(library.photos.albums().listOf(again(loser)))
                .extracting(album -> album.name())
                .containsExactly("Paris");
    }

    @Test
    void livePhotosComeBackWhole() {
        RemoteAsset video = library.add("keeper.mov", 7);
        RemoteAsset motion = library.add("loser.mov", 6);
        makeLive(keeper, video);
        makeLive(loser, motion);
        library.execute(library.analyze(), true);
        library.photos.trash().remove(List.of(motion.id())); // as servers do by themselves

        library.restore(false);
        RemoteAsset still = library.photos.get(again(loser));
        assertThat(still.state().grouping().livePhotoVideo()).isEqualTo(again(motion));
        assertThat(library.photos.get(again(motion)).state().visibility()).isEqualTo(Visibility.HIDDEN);
        assertThat(library.restore(false)).isEmpty();
    }

    @Test
    void aLivePhotoIsNotGivenUpForAStill() {
        makeLive(loser, library.add("loser.mov", 6));
        assertThat(library.execute(library.analyze(), true).skipped()).isEqualTo(1);
        assertThat(library.reports)
                .singleElement()
                .satisfies(report -> assertThat(report.outcome().toString()).contains("is a live photo"));
    }

    private void makeLive(RemoteAsset still, RemoteAsset video) {
        library.photos.replace(video.withState(video.state().withVisibility(Visibility.HIDDEN)));
        RemoteAsset now = library.photos.get(still.id());
        library.photos.replace(
                now.withState(now.state().withGrouping(now.state().grouping().withLivePhotoVideo(video.id()))));
    }
}
