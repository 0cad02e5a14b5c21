package app.heirloom.immich.server.search;

import app.heirloom.immich.json.asset.AssetList;
import app.heirloom.immich.json.asset.AssetShape;
import app.heirloom.immich.json.asset.SearchResultJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.JsonAnswer;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a caller is shown of the assets that it found: their people too, if it asks for them and they are its own. */
final class FoundAssets {
    private final PersonRepository persons;
    private final Transactions transactions;

    FoundAssets(PersonRepository persons, Transactions transactions) {
        this.persons = persons;
        this.transactions = transactions;
    }

    Answer list(Caller caller, List<FoundAsset> found, Fields asked) {
        return isPlain(caller, asked)
                ? JsonAnswer.ofText(AssetList.write(seenBy(caller, found)))
                : Answer.ok(shapes(caller, found, asked));
    }

    /** Part of a result; without what comes next it is the last. */
    Answer page(
            Caller caller,
            List<FoundAsset> found,
            Fields asked,
            @Nullable String nextPage,
            @Nullable String nextCursor) {
        return isPlain(caller, asked)
                ? JsonAnswer.ofText(AssetList.writePage(seenBy(caller, found), nextPage, nextCursor))
                : Answer.ok(SearchResultJson.of(shapes(caller, found, asked), nextPage, nextCursor));
    }

    /** What nearly all clients ask for, and what has a quick way of its own. */
    private static boolean isPlain(Caller caller, Fields asked) {
        return caller.seesMetadata() && !withPeople(asked);
    }

    private static boolean withPeople(Fields asked) {
        return asked.findFlag("withPeople").orElse(false);
    }

    private static List<FoundAsset> seenBy(Caller caller, List<FoundAsset> found) {
        return found.stream()
                .map(hit -> new FoundAsset(AssetShape.seenBy(caller, hit.asset()), hit.exif()))
                .toList();
    }

    private List<Object> shapes(Caller caller, List<FoundAsset> found, Fields asked) {
        Map<AssetId, List<Person>> people = withPeople(asked) ? people(caller, found) : Map.of();
        return found.stream()
                .map(hit -> AssetShape.of(
                        caller,
                        hit.asset(),
                        hit.exif(),
                        people.getOrDefault(hit.asset().id(), List.of())))
                .toList();
    }

    private Map<AssetId, List<Person>> people(Caller caller, List<FoundAsset> found) {
        List<AssetId> own = found.stream()
                .map(FoundAsset::asset)
                .filter(asset -> caller.isUser() && asset.owner().equals(caller.id()))
                .map(Asset::id)
                .toList();
        return transactions.read(() -> persons.listOfAssets(own));
    }
}
