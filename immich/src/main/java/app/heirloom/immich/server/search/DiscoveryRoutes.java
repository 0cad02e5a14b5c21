package app.heirloom.immich.server.search;

import static app.heirloom.library.search.Criterion.is;
import static app.heirloom.library.search.Criterion.not;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.asset.AssetShape;
import app.heirloom.immich.json.asset.ExploreJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.search.CityAsset;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Property;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.search.SearchScope;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways to look around in a library without searching for something: its places, and the values to choose from. */
final class DiscoveryRoutes {
    private static final int LEAST_OF_CITY = 5;
    private static final int MOST_CITIES = 12;

    private enum Suggestion {
        COUNTRY("country", Property.COUNTRY),
        STATE("state", Property.STATE),
        CITY("city", Property.CITY),
        MAKE("camera-make", Property.MAKE),
        MODEL("camera-model", Property.MODEL),
        LENS("camera-lens-model", Property.LENS);

        private final String wireName;
        private final Property property;

        Suggestion(String wireName, Property property) {
            this.wireName = wireName;
            this.property = property;
        }
    }

    private final SearchRepository search;
    private final Transactions transactions;

    DiscoveryRoutes(SearchRepository search, Transactions transactions) {
        this.search = search;
        this.transactions = transactions;
    }

    /** The values that a field has, among the assets that have certain other values. */
    Answer listSuggestions(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        Property property = query.findChoice("type", Suggestion.values(), suggestion -> suggestion.wireName)
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: a type is required", "type"))
                .property;
        List<Criterion> parts = new ArrayList<>(
                List.of(not(is(Property.VISIBILITY, Visibility.LOCKED)), not(new Criterion.Known(Property.TRASHED))));
        query.findText("country").ifPresent(text -> parts.add(is(Property.COUNTRY, text)));
        query.findText("state").ifPresent(text -> parts.add(is(Property.STATE, text)));
        query.findText("make").ifPresent(text -> parts.add(is(Property.MAKE, text)));
        query.findText("model").ifPresent(text -> parts.add(is(Property.MODEL, text)));
        query.findText("lensModel").ifPresent(text -> parts.add(is(Property.LENS, text)));
        if (!query.findFlag("includeNull").orElse(false)) {
            parts.add(new Criterion.Known(property));
        }
        var scope = new SearchScope.Owned(caller.id());
        List<@Nullable String> values = new ArrayList<>();
        transactions
                .read(() -> search.listValues(scope, new Criterion.All(parts), property))
                .forEach(value -> values.add(value.orElse(null)));
        return Answer.ok(values);
    }

    /** An asset of each city. */
    Answer listCities(Context http, Caller caller) {
        return Answer.ok(cities(caller).stream().map(city -> show(city, caller)).toList());
    }

    /** The cities with the most assets. */
    Answer explore(Context http, Caller caller) {
        List<ExploreJson.ItemJson> items = cities(caller).stream()
                .filter(city -> city.count() >= LEAST_OF_CITY)
                .sorted(Comparator.comparingInt(CityAsset::count).reversed())
                .limit(MOST_CITIES)
                .map(city -> new ExploreJson.ItemJson(city.city(), show(city, caller)))
                .toList();
        return Answer.ok(List.of(new ExploreJson("exifInfo.city", items)));
    }

    private static AssetJson show(CityAsset city, Caller caller) {
        return AssetJson.of(
                AssetShape.seenBy(caller, city.found().asset()), city.found().exif());
    }

    private List<CityAsset> cities(Caller caller) {
        return transactions.read(() -> search.listByCity(caller.id()));
    }
}
