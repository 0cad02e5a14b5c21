package app.heirloom.immich.server.search;

import app.heirloom.immich.json.asset.AssetShape;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import java.util.List;
import java.util.Map;

/** What a caller is shown of the assets that it found: their people too, if it asks for them and they are its own. */
final class FoundAssets {
    private final PersonRepository persons;
    private final Transactions transactions;

    FoundAssets(PersonRepository persons, Transactions transactions) {
        this.persons = persons;
        this.transactions = transactions;
    }

    List<Object> show(Caller caller, List<FoundAsset> found, Fields asked) {
        Map<AssetId, List<Person>> people =
                asked.findFlag("withPeople").orElse(false) ? people(caller, found) : Map.of();
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
