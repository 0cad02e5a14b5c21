package app.heirloom.cli.gallery;

import app.heirloom.cli.distribution.Decoder;
import app.heirloom.cli.terminal.Output;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.media.Media;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.search.FoundPhoto;
import app.heirloom.tools.gallery.search.GallerySearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = "Find photos by what is on them, by who is on them, or by what they are like: the likest first.")
final class SearchCommand implements Runnable {
    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Parameters(
            paramLabel = "WORDS",
            arity = "0..*",
            description = "What is on the photo; names of people say who must be on it.")
    private List<String> words = List.of();

    @Option(names = "--like", paramLabel = "FILE", description = "A photo that they should be like.")
    private @Nullable Path like;

    @Option(names = "--text", paramLabel = "WORDS", description = "Words that can be read on the photo.")
    private @Nullable String text;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = {"How many to show.", "Default: ${DEFAULT-VALUE}"})
    private int limit;

    @Mixin
    private GalleryModels models = new GalleryModels();

    @Mixin
    private Decoder decoder = new Decoder();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        String query = String.join(" ", words).strip();
        int ways = (query.isEmpty() ? 0 : 1) + (like == null ? 0 : 1) + (text == null ? 0 : 1);
        if (ways != 1) {
            throw ErrorCode.INVALID.exception("Say what to search for: either words, --like FILE or --text WORDS");
        }
        if (limit < 1) {
            throw ErrorCode.INVALID.exception("--limit must be at least 1, not " + limit);
        }
        Logging.configure();
        try (SqlStorage storage = options.open()) {
            print(text == null ? listByModels(storage, query) : search(storage).listByText(text, limit));
        }
    }

    private void print(List<FoundPhoto> found) {
        output.print(
                found,
                () -> found.forEach(
                        photo -> output.out().printf(Locale.ROOT, "%.4f  %s%n", photo.score(), photo.path())));
    }

    private static GallerySearch search(SqlStorage storage) {
        return new GallerySearch(shelves(storage), Optional.empty());
    }

    private List<FoundPhoto> listByModels(SqlStorage storage, String query) {
        try (GalleryModels.Opened opened = models.open()) {
            Optional<SmartSearchModels> smart = opened.smartSearch();
            return smart.isPresent()
                    ? searchWith(smart.get(), storage, query)
                    : search(storage).listByWords(requireWords(query), limit);
        }
    }

    private String requireWords(String query) {
        if (query.isEmpty()) {
            throw ErrorCode.INVALID.exception("--like takes a model pack for smart search, and " + models.directory()
                    + " has none: heirloom models list shows which there are");
        }
        return query;
    }

    private List<FoundPhoto> searchWith(SmartSearchModels smart, SqlStorage storage, String query) {
        var library = storage.transactions().write(() -> storage.instance().id());
        ImageEmbedder images = smart.imageEmbedder();
        try (var index = SearchIndex.open(options.file(), library, images)) {
            var upkeep = new IndexUpkeep(storage.embeddings(), index.index(), storage.transactions());
            var search = new GallerySearch(
                    shelves(storage),
                    Optional.of(new GallerySearch.Model(smart.textEmbedder(), index.index(), upkeep)));
            return like == null
                    ? search.listByWords(query, limit)
                    : search.listByLikeness(embedding(like, images), limit);
        }
    }

    private Embedding embedding(Path file, ImageEmbedder images) {
        if (!Files.isRegularFile(file)) {
            throw ErrorCode.NOT_FOUND.exception("There is no file " + file);
        }
        try (Media media = decoder.open()) {
            return images.embed(List.of(media.pictures().read(file, images.longestSide())))
                    .getFirst();
        }
    }

    private static GallerySearch.Shelves shelves(SqlStorage storage) {
        return new GallerySearch.Shelves(storage.galleries(), storage.galleryPeople(), storage.transactions());
    }
}
