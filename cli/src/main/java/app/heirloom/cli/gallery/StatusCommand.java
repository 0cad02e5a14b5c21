package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.GalleryCounts;
import app.heirloom.library.gallery.GalleryPerson;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show how much is indexed.")
final class StatusCommand implements Runnable {
    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Mixin
    private Output output = new Output();

    /**
     * What there is.
     *
     * @param people how many, and how many of them have a name
     * @param faces that are somebody's
     * @param looks at how many contents each model has looked
     */
    private record Status(GalleryCounts counts, long people, long named, long faces, Map<String, Long> looks) {
        static Status of(SqlStorage storage) {
            List<GalleryPerson> people = storage.galleryPeople().list();
            Map<String, Long> looks = new TreeMap<>();
            Map<ModelId, Long> counted = storage.galleries().countLooks();
            counted.forEach((model, count) -> looks.put(model.name(), count));
            return new Status(
                    storage.galleries().counts(),
                    people.size(),
                    people.stream().filter(person -> !person.name().isEmpty()).count(),
                    people.stream().mapToLong(GalleryPerson::faces).sum(),
                    looks);
        }
    }

    @Override
    public void run() {
        Logging.configure();
        try (SqlStorage storage = options.open()) {
            Status status = storage.transactions().read(() -> Status.of(storage));
            output.print(status, () -> tell(status));
        }
    }

    private void tell(Status status) {
        GalleryCounts counts = status.counts();
        var out = output.out();
        out.printf(Locale.ROOT, "galleries  %,d%n", counts.galleries());
        out.printf(Locale.ROOT, "photos     %,d, %,d MB%n", counts.files(), counts.sizeInBytes() / 1_000_000);
        out.printf(Locale.ROOT, "contents   %,d%n", counts.contents());
        out.printf(Locale.ROOT, "failed     %,d%n", counts.failed());
        out.printf(
                Locale.ROOT,
                "people     %,d, %,d with a name, %,d faces%n",
                status.people(),
                status.named(),
                status.faces());
        status.looks().forEach((model, count) -> out.printf(Locale.ROOT, "%-10s %,d contents%n", model, count));
    }
}
