package app.heirloom.storage.sql.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.search.CityAsset;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.Property;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchPage;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SearchScope;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Rows;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlSearchRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 1, 10, 0);
    private static final int ASSETS = 300;
    private static final int CRITERIA = 200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void findsWhatAPlainLookAtEachAssetFinds(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        long seed = System.nanoTime();
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system());
                Rows rows = new Rows(config)) {
            var samples = new SearchSamples(storage, rows, seed);
            SearchModel model = samples.fill(ASSETS);
            for (int i = 0; i < CRITERIA; i++) {
                Criterion criterion = samples.criterion(model, 3);
                UserId user = samples.one(samples.owners);
                SearchScope scope = samples.one(List.of(new SearchScope.Owned(user), new SearchScope.InAlbums(user)));
                SearchOrder order =
                        new SearchOrder(samples.one(List.of(SearchOrder.Key.values())), samples.random.nextBoolean());
                List<Asset> expected = model.list(scope, criterion, order);
                String what = "seed " + seed + ": " + scope + " " + order + " " + criterion;
                assertThat(pages(storage, scope, criterion, order, 40)).as(what).isEqualTo(ids(expected));
                assertThat(read(storage, () -> storage.search().count(scope, criterion)))
                        .as(what)
                        .isEqualTo(expected.size());
                var drawn = new SearchQuery(scope, criterion, order, SearchPage.first(20), false);
                assertThat(idsOf(read(storage, () -> storage.search().listRandom(drawn))))
                        .as(what)
                        .isSubsetOf(ids(expected))
                        .doesNotHaveDuplicates()
                        .hasSize(Math.min(20, expected.size()));
            }
        }
    }

    /** By offset and, where the order has a key, by the last asset of the page before. */
    private static List<Object> pages(
            SqlStorage storage, SearchScope scope, Criterion criterion, SearchOrder order, int size) {
        List<Object> all = new ArrayList<>();
        SearchPage page = SearchPage.first(size);
        while (true) {
            var query = new SearchQuery(scope, criterion, order, page, true);
            List<FoundAsset> found = read(storage, () -> storage.search().list(query));
            all.addAll(idsOf(found));
            if (found.size() < size) {
                return all;
            }
            Asset last = found.getLast().asset();
            page = order.key() == SearchOrder.Key.CAPTURED
                    ? new SearchPage(new SearchPage.After(last.times().captured(), last.id()), size)
                    : new SearchPage(new SearchPage.Offset(all.size()), size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNamesWhateverTheirCaseAndAccents(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            Asset named = Samples.asset(owner, 1, "Ürsula_100%.JPG", MAY);
            storage.transactions().run(() -> {
                storage.assets().add(named);
                storage.assets().add(Samples.asset(owner, 2, "other.jpg", MAY));
            });
            assertThat(byName(storage, owner, "ursula_")).containsExactly(named.id());
            assertThat(byName(storage, owner, "0%.j")).hasSize(1);
            assertThat(byName(storage, owner, "a_o")).isEmpty();
            storage.transactions().run(() -> storage.assets().remove(List.of(named.id())));
            assertThat(byName(storage, owner, "ursula_")).isEmpty();
        }
    }

    private static List<Object> byName(SqlStorage storage, UserId owner, String name) {
        var criterion = new Criterion.Contains(Property.FILE_NAME, Criterion.Position.ANYWHERE, name);
        return pages(storage, new SearchScope.Owned(owner), criterion, SearchOrder.NEWEST_FIRST, 10);
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreListedSortedAndCitiesWithTheirNewestAsset(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system());
                Rows rows = new Rows(config)) {
            var samples = new SearchSamples(storage, rows, 7);
            SearchModel model = samples.fill(300);
            UserId owner = samples.owners.getFirst();
            var scope = new SearchScope.Owned(owner);
            var anything = new Criterion.All(List.of());
            assertThat(read(storage, () -> storage.search().listValues(scope, anything, Property.CITY)))
                    .containsExactly(Optional.of("Bern"), Optional.of("Genève"), Optional.empty());
            List<CityAsset> cities = read(storage, () -> storage.search().listByCity(owner));
            assertThat(cities).extracting(CityAsset::city).containsExactly("Bern", "Genève");
            for (CityAsset city : cities) {
                var inCity = new Criterion.All(List.of(
                        Criterion.is(Property.CITY, city.city()),
                        Criterion.is(Property.VISIBILITY, Visibility.TIMELINE),
                        Criterion.not(new Criterion.Known(Property.TRASHED))));
                List<Asset> expected = model.list(scope, inCity, SearchOrder.NEWEST_FIRST);
                assertThat(city.count()).isEqualTo(expected.size());
                assertThat(city.found().asset().id())
                        .isEqualTo(expected.getFirst().id());
            }
        }
    }

    private static List<Object> idsOf(List<FoundAsset> found) {
        return ids(found.stream().map(FoundAsset::asset).toList());
    }

    private static List<Object> ids(List<Asset> assets) {
        return assets.stream().<Object>map(Asset::id).toList();
    }

    private static <T> T read(SqlStorage storage, Supplier<T> work) {
        return storage.transactions().read(work);
    }
}
