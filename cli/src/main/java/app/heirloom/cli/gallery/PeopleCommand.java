package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.gallery.GalleryPerson;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.people.GalleryPeople;
import app.heirloom.tools.gallery.people.PeopleShelves;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "people", description = "List people, say who they are, and put right what clustering made of them.")
final class PeopleCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    @Command(name = "list", description = "Show who there is: number, faces, name.")
    void list(@Mixin GalleryOptions options, @Mixin Output output) {
        with(options, people -> {
            List<GalleryPerson> found = people.list();
            output.print(
                    found,
                    () -> found.forEach(person -> output.out()
                            .printf(
                                    Locale.ROOT,
                                    "%6d %,8d  %s%n",
                                    person.id().value(),
                                    person.faces(),
                                    person.name())));
        });
    }

    @Command(name = "name", description = "Say what a person is called; the faces stay with that person from then on.")
    void name(
            @Mixin GalleryOptions options,
            @Parameters(paramLabel = "PERSON", description = "Number or name.") String person,
            @Parameters(paramLabel = "NAME", description = "The name; empty takes it away.") String name) {
        with(options, people -> people.name(person, name));
    }

    @Command(name = "merge", description = "Say that two are one, who keeps the number of the second.")
    void merge(
            @Mixin GalleryOptions options,
            @Parameters(paramLabel = "FROM", description = "Number or name.") String from,
            @Parameters(paramLabel = "INTO", description = "Number or name.") String into) {
        with(options, people -> people.merge(from, into));
    }

    @Command(
            name = "reset",
            description = "Remove all people, or one, with what was said of them; their faces are nobody's then.")
    void reset(
            @Mixin GalleryOptions options,
            @Parameters(paramLabel = "PERSON", arity = "0..1", description = "Number or name; all without one.")
                    @Nullable
                    String person) {
        with(options, people -> people.reset(Optional.ofNullable(person)));
    }

    private static void with(GalleryOptions options, Consumer<GalleryPeople> act) {
        Logging.configure();
        try (SqlStorage storage = options.open()) {
            act.accept(new GalleryPeople(new PeopleShelves(storage.galleryPeople(), storage.transactions())));
        }
    }
}
