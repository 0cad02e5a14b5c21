package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobState;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.tag.KeywordTagging;
import app.heirloom.library.tag.Tag;
import app.heirloom.library.tag.TagCleanup;
import app.heirloom.library.tag.TagColor;
import app.heirloom.library.tag.TagGrowth;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.tag.TagPath;
import app.heirloom.library.tag.Tags;
import app.heirloom.library.user.Caller;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tags over real rows. */
class TagsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void missingParentsAreMadeAndNothingTwice(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            List<Tag> leaves = tags.upsert(library.caller, paths("Family/Anna", "Family/Ben", "Family/Anna"));
            assertThat(leaves).extracting(tag -> tag.label().path().name()).containsExactly("Anna", "Ben", "Anna");
            assertThat(leaves.getFirst()).isEqualTo(leaves.getLast());
            assertThat(values(tags.list(library.caller)))
                    .containsExactlyInAnyOrder("Family", "Family/Anna", "Family/Ben");
            Tag family = named(tags, library.caller, "Family");
            assertThat(family.parent()).isNull();
            assertThat(leaves.getFirst().parent()).isEqualTo(family.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTagIsMadeOnceBelowItsParentAndInItsColour(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            Tag places = tags.create(library.caller, "Places", Optional.empty(), null);
            Tag rome = tags.create(library.caller, "Rome", Optional.of(places.id()), TagColor.parse("ff8800"));
            assertThat(rome.label().path()).isEqualTo(new TagPath("Places/Rome"));
            assertThat(tags.get(library.caller, rome.id())).isEqualTo(rome);
            assertThat(rome.label().color()).isEqualTo(new TagColor("#ff8800"));
            assertThatThrownBy(() -> tags.create(library.caller, "Rome", Optional.of(places.id()), null))
                    .hasMessageContaining("already exists");
            assertThat(tags.update(library.caller, rome.id(), label -> label.withColor(null))
                            .label()
                            .color())
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void renamingAParentRenamesThePathsBelowIt(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            Caller other = library.addCaller();
            tags.upsert(other, paths("Fämily/Anna"));
            tags.upsert(library.caller, paths("Fämily/Anna/Baby", "Fämily/Ben", "Fämilyfriends/Eve", "Kin"));
            Tag family = named(tags, library.caller, "Fämily");
            assertThatThrownBy(() -> tags.update(library.caller, family.id(), label -> label.renamed("Kin")))
                    .hasMessageContaining("already exists");
            assertThatThrownBy(() -> tags.update(library.caller, family.id(), label -> label.renamed("Fämily/Anna")))
                    .hasMessageContaining("cannot contain");
            tags.update(library.caller, family.id(), label -> label.renamed("People 😀"));
            assertThat(values(tags.list(library.caller)))
                    .containsExactlyInAnyOrder(
                            "People 😀",
                            "People 😀/Anna",
                            "People 😀/Anna/Baby",
                            "People 😀/Ben",
                            "Fämilyfriends",
                            "Fämilyfriends/Eve",
                            "Kin");
            Tag emoji = named(tags, library.caller, "People 😀");
            tags.update(library.caller, emoji.id(), label -> label.renamed("P"));
            assertThat(values(tags.list(library.caller))).contains("P/Anna/Baby");
            assertThat(values(tags.list(other))).containsExactlyInAnyOrder("Fämily", "Fämily/Anna");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedTagTakesThoseBelowItAlong(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            AssetId asset = library.addAsset();
            Tag leaf = tags.upsert(library.caller, paths("A/B/C")).getFirst();
            tags.attach(library.caller, leaf.id(), List.of(asset));
            tags.delete(library.caller, named(tags, library.caller, "A").id());
            assertThat(tags.list(library.caller)).isEmpty();
            assertThat(tags.listOf(library.caller, library.asset(asset))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void taggingTellsHowItWentForEachAsset(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            AssetId first = library.addAsset();
            AssetId second = library.addAsset();
            AssetId foreign = library.addAsset(library.addCaller());
            Tag tag = tags.upsert(library.caller, paths("Sea")).getFirst();
            assertThat(tags.attach(library.caller, tag.id(), List.of(first, foreign, first)))
                    .extracting(Outcome::refusal)
                    .containsExactly(null, Refusal.NO_PERMISSION, Refusal.DUPLICATE);
            assertThat(tags.detach(library.caller, tag.id(), List.of(first, second, foreign)))
                    .extracting(Outcome::refusal)
                    .containsExactly(null, Refusal.NOT_FOUND, Refusal.NO_PERMISSION);
            Tag other = tags.upsert(library.caller, paths("Sun")).getFirst();
            tags.attach(library.caller, other.id(), List.of(second));
            assertThat(tags.attachAll(library.caller, List.of(tag.id(), other.id()), List.of(first, second, foreign)))
                    .isEqualTo(3);
            assertThat(values(tags.listOf(library.caller, library.asset(first))))
                    .containsExactlyInAnyOrder("Sea", "Sun");
            assertThat(tags.listOf(library.addCaller(), library.asset(first))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sidecarsAreWrittenWhereverATagChanged(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            List<AssetId> assets = library.addAssets(3);
            List<Tag> made = tags.upsert(library.caller, paths("Fämily/Anna", "Fämilyfriends"));
            TagId anna = made.getFirst().id();
            tags.attach(library.caller, anna, assets.subList(0, 2));
            assertThat(awaitingSidecars(library)).containsExactlyInAnyOrderElementsOf(assets.subList(0, 2));
            tags.attachAll(library.caller, List.of(anna, made.getLast().id()), assets.subList(1, 3));
            assertThat(awaitingSidecars(library)).containsExactlyInAnyOrderElementsOf(assets.subList(1, 3));
            tags.detach(library.caller, anna, assets.subList(2, 3));
            assertThat(awaitingSidecars(library)).containsExactly(assets.get(2));
            Tag family = named(tags, library.caller, "Fämily");
            tags.update(library.caller, family.id(), label -> label.withColor(TagColor.parse("ff8800")));
            assertThat(awaitingSidecars(library)).as("a colour is not written").isEmpty();
            tags.update(library.caller, family.id(), label -> label.renamed("Kin"));
            assertThat(awaitingSidecars(library)).containsExactlyInAnyOrderElementsOf(assets.subList(0, 2));
            tags.delete(library.caller, family.id());
            assertThat(awaitingSidecars(library)).containsExactlyInAnyOrderElementsOf(assets.subList(0, 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTagOfSomebodyElseDoesNotExist(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            Caller stranger = library.addCaller();
            Tag tag = tags.upsert(library.caller, paths("Sea")).getFirst();
            assertThatThrownBy(() -> tags.get(stranger, tag.id())).hasMessage("Not found or no tag.read access");
            assertThatThrownBy(() -> tags.update(stranger, tag.id(), label -> label.renamed("x")))
                    .hasMessageContaining("tag.update");
            assertThatThrownBy(() -> tags.delete(stranger, tag.id())).hasMessageContaining("tag.delete");
            assertThatThrownBy(() -> tags.attach(stranger, tag.id(), List.of())).hasMessageContaining("tag.asset");
            assertThatThrownBy(() -> tags.create(stranger, "x", Optional.of(tag.id()), null))
                    .hasMessageContaining("tag.read");
            assertThat(tags.attachAll(stranger, List.of(tag.id()), List.of(library.addAsset(stranger))))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keywordsOfAFileBecomeTagsBesideTheOwnersOwn(TestDatabase kind) throws Exception {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            AssetId asset = library.addAsset();
            tags.attach(
                    library.caller,
                    tags.upsert(library.caller, paths("Mine")).getFirst().id(),
                    List.of(asset));
            var exif = Exif.UNKNOWN;
            var found = new Exif(
                    exif.camera(),
                    exif.exposure(),
                    exif.capture(),
                    Location.UNKNOWN,
                    new Caption("", null, List.of("Sea", " Places / Rome", "/", "Sea")),
                    exif.frame());
            var tagging =
                    new KeywordTagging(library.storage.tags(), new TagGrowth(library.storage.tags(), library.clock));
            for (int run = 0; run < 2; run++) {
                library.run(() -> tagging.extracted(
                        library.storage.assets().get(asset), new MediaMetadata(found, null, null, List.of())));
            }
            assertThat(values(tags.listOf(library.caller, library.asset(asset))))
                    .containsExactlyInAnyOrder("Mine", "Sea", "Places/Rome");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCleanupRemovesWhatIsOnNoAsset(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Tags tags = tags(library);
            tags.upsert(library.caller, paths("Unused/Too", "Used/Not"));
            AssetId asset = library.addAsset();
            Tag used = tags.upsert(library.caller, paths("Used/Yes")).getFirst();
            library.run(() -> library.storage.tags().attach(used.id(), Set.of(asset)));
            new TagCleanup(library.storage.tags(), library.storage.transactions())
                    .handle(new Job(new JobId(1), JobType.TAG_CLEANUP, used.id().value(), 1, 0));
            assertThat(values(tags.list(library.caller))).containsExactlyInAnyOrder("Used", "Used/Yes");
        }
    }

    private static Tags tags(OwnedLibrary library) {
        var repository = library.storage.tags();
        return new Tags(
                repository,
                new TagGrowth(repository, library.clock),
                library.own,
                queues(library),
                library.storage.transactions(),
                library.clock);
    }

    private static JobQueues queues(OwnedLibrary library) {
        return new JobQueues(library.storage.jobs(), library.storage.transactions(), library.events);
    }

    /** Whose sidecars are to be written since this was asked last. */
    private static Set<AssetId> awaitingSidecars(OwnedLibrary library) {
        var queues = queues(library);
        Set<AssetId> awaiting = queues.list(Queue.SIDECAR, Set.of(JobState.WAITING)).stream()
                .map(job -> new AssetId(job.subject()))
                .collect(Collectors.toSet());
        queues.empty(Queue.SIDECAR);
        return awaiting;
    }

    private static Tag named(Tags tags, Caller caller, String value) {
        return tags.list(caller).stream()
                .filter(tag -> tag.label().path().value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<TagPath> paths(String... values) {
        return Arrays.stream(values).map(TagPath::parse).toList();
    }

    private static Stream<String> values(List<Tag> tags) {
        return tags.stream().map(tag -> tag.label().path().value());
    }
}
