package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.TextEmbedder;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.ModelSuccession;
import app.heirloom.library.search.Property;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchPage;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SearchScope;
import app.heirloom.library.search.SmartSearch;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a world of three colours, where words are colours too. */
class SmartSearchTest {
    private static final ModelId MODEL = new ModelId("colours");
    private static final ModelId EARLIER = new ModelId("earlier colours");
    private static final Criterion ALL = new Criterion.All(List.of());

    @TempDir
    Path folder;

    private static final class World implements AutoCloseable {
        final OwnedLibrary library;
        final ExactIndex index = new ExactIndex(MODEL);
        final SmartSearch.Model earlier;
        final JobQueues queues;
        final SmartSearch search;

        World(TestDatabase kind, Path home) {
            library = new OwnedLibrary(kind, home);
            var storage = library.storage;
            earlier = model(new ExactIndex(EARLIER));
            queues = new JobQueues(storage.jobs(), storage.transactions(), new Events());
            search = new SmartSearch(
                    new ModelSuccession(model(index), List.of(earlier), queues),
                    storage.embeddings(),
                    storage.embeddedAssets(),
                    storage.search(),
                    storage.transactions());
        }

        private SmartSearch.Model model(ExactIndex found) {
            var storage = library.storage;
            return new SmartSearch.Model(
                    new Colours(), found, new IndexUpkeep(storage.embeddings(), found, storage.transactions()));
        }

        AssetId add(float... rgb) {
            return see(MODEL, library.addAsset(), rgb);
        }

        AssetId see(ModelId model, AssetId id, float... rgb) {
            library.run(() -> library.storage
                    .embeddings()
                    .save(model, library.storage.assets().get(id).original().checksum(), Embedding.of(rgb)));
            return id;
        }

        List<AssetId> like(AssetId asset) {
            return ids(search.listByLikeness(library.asset(asset), query(ALL, 0, 9)));
        }

        void write(AssetId asset, String text) {
            var corner = new Corner(0.5f, 0.25f);
            var line = new TextLine(text, new Corners(corner, corner, corner, corner), 0.75f, 0.5f);
            library.run(() -> library.storage
                    .texts()
                    .save(MODEL, library.storage.assets().get(asset).original().checksum(), List.of(line)));
        }

        List<AssetId> find(String text, Criterion criterion, int start, int limit) {
            return ids(search.listByText(text, query(criterion, start, limit)));
        }

        SearchQuery query(Criterion criterion, int start, int limit) {
            return new SearchQuery(
                    new SearchScope.Owned(library.caller.id()),
                    criterion,
                    SearchOrder.NEWEST_FIRST,
                    new SearchPage(new SearchPage.Offset(start), limit),
                    false);
        }

        @Override
        public void close() {
            library.close();
        }
    }

    private static List<AssetId> ids(List<FoundAsset> found) {
        return found.stream().map(FoundAsset::asset).map(Asset::id).toList();
    }

    private static final class Colours implements TextEmbedder {
        private static final List<String> WORDS = List.of("red", "green", "blue");

        @Override
        public ModelId model() {
            return MODEL;
        }

        @Override
        public Embedding embed(String text) {
            float[] values = {0.1f, 0.1f, 0.1f};
            Arrays.stream(text.split(" ", -1)).filter(WORDS::contains).forEach(word -> values[WORDS.indexOf(word)]++);
            return Embedding.of(values);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSeenComesFirst(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId red = world.add(1, 0, 0);
            AssetId orange = world.add(1, 0.5f, 0);
            AssetId blue = world.add(0, 0, 1);
            assertThat(world.find("red", ALL, 0, 2)).containsExactly(red, orange);
            assertThat(world.find("blue", ALL, 0, 9)).containsExactly(blue, orange, red);
            assertThat(ids(world.search.listByLikeness(world.library.asset(orange), world.query(ALL, 0, 2))))
                    .containsExactly(orange, red);
            AssetId unseen = world.library.addAsset();
            Asset asset = world.library.asset(unseen);
            assertThatThrownBy(() -> world.search.listByLikeness(asset, world.query(ALL, 0, 2)))
                    .hasMessageContaining("has not looked at the asset " + unseen);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theModelBeforeAnswersWhileAnotherOneLooks(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId red = world.see(EARLIER, world.library.addAsset(), 1, 0, 0);
            AssetId blue = world.see(EARLIER, world.library.addAsset(), 0, 0, 1);
            world.earlier.upkeep().catchUp();
            AssetId fresh = world.add(0, 1, 0);
            assertThat(world.find("red", ALL, 0, 9))
                    .as("nothing is left to look at")
                    .containsExactly(fresh);

            world.library.run(() -> world.queues.add(JobType.IMAGE_EMBEDDING, red.value()));
            assertThat(world.find("red", ALL, 0, 9)).containsExactly(red, blue);
            assertThat(world.like(red)).containsExactly(red, blue);
            assertThat(world.like(fresh)).as("only the other one knows it").containsExactly(fresh);

            world.see(MODEL, red, 1, 0, 0);
            assertThat(world.find("red", ALL, 0, 9)).as("as many by now").containsExactly(red, fresh);
        }
    }

    /** Whether the likest are asked for the criterion, or those that meet it for their likeness. */
    @ParameterizedTest
    @EnumSource
    void filtersAreExactAndPagesFollowEachOther(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            List<AssetId> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                all.add(world.add(1, i / 60f, 0));
            }
            List<AssetId> rare = List.of(all.get(59), all.get(20), all.get(40));
            var criterion = new Criterion.OneOf(Property.ID, rare);
            assertThat(world.find("red", criterion, 0, 9)).containsExactly(all.get(20), all.get(40), all.get(59));
            List<AssetId> paged = new ArrayList<>();
            for (int start = 0; start < 70; start += 7) {
                paged.addAll(world.find("red", ALL, start, 7));
            }
            assertThat(paged).doesNotHaveDuplicates().hasSize(60).isEqualTo(world.find("red", ALL, 0, 100));

            SearchScope others = new SearchScope.Owned(world.library.addCaller().id());
            var foreign = new SearchQuery(others, ALL, SearchOrder.NEWEST_FIRST, SearchPage.first(9), false);
            assertThat(world.search.listByText("red", foreign)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCanBeReadComesFurtherUp(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId red = world.add(1, 0, 0);
            AssetId sign = world.add(0, 0, 1);
            AssetId blue = world.add(0.1f, 0, 1);
            world.write(sign, "Café RÉDUIT");
            assertThat(world.find("red", ALL, 0, 9)).containsExactly(sign, red, blue);
            assertThat(world.find("green", new Criterion.Reads("reduit cafe"), 0, 9))
                    .containsExactly(sign);
            assertThat(world.find("green", new Criterion.Reads("reduit tea"), 0, 9))
                    .isEmpty();
            assertThat(world.library.read(() -> world.library
                            .storage
                            .texts()
                            .list(world.library
                                    .storage
                                    .assets()
                                    .get(sign)
                                    .original()
                                    .checksum())))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.text()).isEqualTo("Café RÉDUIT");
                        assertThat(line.corners().lowerLeft()).isEqualTo(new Corner(0.5f, 0.25f));
                        assertThat(line.detectionScore()).isEqualTo(0.75f);
                    });
            world.write(sign, "other");
            assertThat(world.find("green", new Criterion.Reads("reduit"), 0, 9)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theIndexForgetsWhatIsGone(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId red = world.add(1, 0, 0);
            AssetId blue = world.add(0, 0, 1);
            assertThat(world.find("red", ALL, 0, 9)).containsExactly(red, blue);
            world.library.run(() -> world.library.storage.assets().remove(List.of(red)));
            assertThat(world.find("red", ALL, 0, 9)).containsExactly(blue);
            var storage = world.library.storage;
            new IndexUpkeep(storage.embeddings(), world.index, storage.transactions()).clean();
            assertThat(world.index.size()).isOne();
        }
    }
}
