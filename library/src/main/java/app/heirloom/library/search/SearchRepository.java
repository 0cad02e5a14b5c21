package app.heirloom.library.search;

import app.heirloom.library.user.UserId;
import java.util.List;
import java.util.Optional;

/** Finds assets. */
public interface SearchRepository {
    List<FoundAsset> list(SearchQuery query);

    /** As many assets of the query as its page holds, drawn by lot; where the page starts and the order do not matter. */
    List<FoundAsset> listRandom(SearchQuery query);

    long count(SearchScope scope, Criterion criterion);

    /**
     * The values that a text has among the assets for which the criterion holds, sorted; what is empty comes last, when
     * there are assets without one.
     */
    List<Optional<String>> listValues(SearchScope scope, Criterion criterion, Property text);

    /** The newest asset of each city that the owner has on the timeline, by the name of the city. */
    List<CityAsset> listByCity(UserId owner);
}
