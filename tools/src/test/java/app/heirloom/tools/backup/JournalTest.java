package app.heirloom.tools.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.remote.RemoteSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void everyStepIsReadBackAsItWas() {
        UserId ann = UserId.random();
        var bea = new RemotePerson(PersonId.random(), "Bea", null, false, true);
        var box = new FaceBox(new Dimensions(40, 30), 1, 2, 11, 12);
        var album = new RemoteAlbum(AlbumId.random(), ann, "Rome", "", 3);
        var tag = new RemoteTag(TagId.random(), "trip/rome");
        var saved = new SavedAsset(
                RemoteSamples.asset("a \"b\".jpg", ann),
                List.of(album),
                List.of(tag),
                List.of(new RemoteFace(FaceId.random(), box, FaceSource.HAND, bea)));
        var id = saved.asset().id();
        var gain = new Gain(MetadataGain.NONE, List.of(album), List.of(tag), List.of(new Gain.SeenPerson(bea, box)));
        List<Step> steps = List.of(
                new Step.Planned(RemoteSamples.TAKEN, saved, List.of(saved), List.of()),
                new Step.Saved(id, "name", 7, saved.asset().original().checksum()),
                new Step.Consolidating(gain),
                new Step.Consolidated(),
                new Step.Removing(true),
                new Step.Removed(),
                new Step.Stopped("a reason\nof two lines"),
                new Step.Tied(
                        List.of(new RemoteStack(StackId.random(), List.of(id))),
                        List.of(new RemoteLink(SharedLinkId.random(), List.of(id)))),
                new Step.Returning(id, AssetId.random()),
                new Step.Returned(id, AssetId.random()),
                new Step.Restored(List.of("the place")));
        steps.forEach(journal()::append);
        assertThat(journal().read()).isEqualTo(steps);
    }

    @Test
    void aStepThatWasHalfWrittenIsNone() throws IOException {
        journal().append(new Step.Consolidated());
        Files.writeString(file(), "{\"step\":\"remo", StandardOpenOption.APPEND);
        assertThat(journal().read()).containsExactly(new Step.Consolidated());
        journal().append(new Step.Removing(false));
        assertThat(journal().read()).containsExactly(new Step.Consolidated(), new Step.Removing(false));
    }

    @Test
    void damageIsToldWithItsPlace() throws IOException {
        journal().append(new Step.Consolidated());
        Files.writeString(file(), "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> journal().read())
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("journal.jsonl is damaged in line 2");
    }

    private Journal<Step> journal() {
        return new Journal<>(file(), Step.class);
    }

    private Path file() {
        return folder.resolve(GroupBackup.JOURNAL);
    }
}
