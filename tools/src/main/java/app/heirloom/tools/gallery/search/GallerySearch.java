package app.heirloom.tools.gallery.search;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.embedding.TextEmbedder;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.gallery.GalleryPeopleRepository;
import app.heirloom.library.gallery.GalleryPersonId;
import app.heirloom.library.gallery.GalleryRepository;
import app.heirloom.library.gallery.GalleryRepository.Place;
import app.heirloom.library.gallery.PathText;
import app.heirloom.library.transaction.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Finds photos in galleries. Names of people in a query say who must be on them, all else what they look like. */
public final class GallerySearch {
    private static final int PORTION = 500;

    private final Shelves shelves;
    private final Optional<Model> model;

    /** Where galleries are kept. */
    public record Shelves(GalleryRepository galleries, GalleryPeopleRepository people, Transactions transactions) {}

    /** What understands queries, and where it looks. */
    public record Model(TextEmbedder texts, EmbeddingIndex index, IndexUpkeep upkeep) {}

    /** @param model empty finds people alone */
    public GallerySearch(Shelves shelves, Optional<Model> model) {
        this.shelves = shelves;
        this.model = model;
    }

    /**
     * The likest first, each file of a content for itself.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when it takes a model and there is none
     */
    public List<FoundPhoto> listByWords(String query, int limit) {
        NamedPeople named = NamedPeople.in(query, shelves.transactions().read(shelves.people()::list));
        if (named.words().isEmpty() && !named.people().isEmpty()) {
            return shelves.transactions().read(() -> shelves.people().listPlaces(named.people(), limit)).stream()
                    .map(place -> new FoundPhoto(path(place), 1))
                    .toList();
        }
        Embedding embedding = model().texts().embed(named.words());
        return list(embedding, named.people(), limit);
    }

    /** The photos that look most like a picture. */
    public List<FoundPhoto> listByLikeness(Embedding picture, int limit) {
        return list(picture, List.of(), limit);
    }

    /** The photos on which all of the words can be read. */
    public List<FoundPhoto> listByText(String words, int limit) {
        List<String> each = List.of(words.strip().split("\\s+", -1));
        if (each.getFirst().isEmpty()) {
            throw ErrorCode.INVALID.exception("Say which words to look for");
        }
        return shelves.transactions().read(() -> shelves.galleries().listReading(each, limit)).stream()
                .map(place -> new FoundPhoto(path(place), 1))
                .toList();
    }

    private Model model() {
        return model.orElseThrow(() -> ErrorCode.INVALID.exception("Words and pictures are compared by a model pack for"
                + " smart search, and --model-dir has none: heirloom models list shows which there are"));
    }

    private List<FoundPhoto> list(Embedding embedding, List<List<GalleryPersonId>> people, int limit) {
        model().upkeep().catchUp();
        EmbeddingIndex.Ranking ranking = model().index().rank(embedding, allowed(people));
        List<FoundPhoto> found = new ArrayList<>();
        List<EmbeddingIndex.Neighbor> portion = ranking.next(PORTION);
        while (!portion.isEmpty() && found.size() < limit) {
            found.addAll(photos(portion));
            portion = ranking.next(PORTION);
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private LongPredicate allowed(List<List<GalleryPersonId>> people) {
        if (people.isEmpty()) {
            return number -> true;
        }
        Set<Long> showing = new HashSet<>(shelves.transactions()
                .read(() -> shelves.people().listShowing(model().index().model(), people)));
        return showing::contains;
    }

    /** An embedding that no file has any longer yields none. */
    private List<FoundPhoto> photos(List<EmbeddingIndex.Neighbor> neighbors) {
        Map<Long, List<Place>> places = shelves.transactions()
                .read(() -> shelves.galleries()
                        .listPlaces(neighbors.stream()
                                .map(EmbeddingIndex.Neighbor::number)
                                .toList()));
        return neighbors.stream()
                .flatMap(neighbor -> places.getOrDefault(neighbor.number(), List.of()).stream()
                        .map(place -> new FoundPhoto(path(place), neighbor.similarity())))
                .toList();
    }

    private static Path path(Place place) {
        return PathText.resolve(PathText.parse(place.gallery()), place.name());
    }
}
