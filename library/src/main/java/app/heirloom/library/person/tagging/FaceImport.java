package app.heirloom.library.person.tagging;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.extraction.ExtractionListener;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.profile.PersonProfile;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the faces that other programs wrote into a file. Reading the file again replaces only what came from it:
 * faces that it still names stay as they are, whoever they were given to since, or hidden. What the owner said of faces
 * stands in the file, too: it is known already.
 */
public final class FaceImport implements ExtractionListener {
    private final PersonRepository persons;
    private final FaceRepository faces;
    private final FaceDecisions decisions;
    private final InstantSource clock;

    public FaceImport(PersonRepository persons, FaceRepository faces, FaceDecisions decisions, InstantSource clock) {
        this.persons = persons;
        this.faces = faces;
        this.decisions = decisions;
        this.clock = clock;
    }

    private record NamedBox(FaceBox box, @Nullable String name) {
        boolean isCalled(@Nullable String other) {
            return Objects.equals(name, other);
        }
    }

    /** Whether the file still names the face, as it did or as its owner did since. */
    private boolean take(Face known, List<NamedBox> missing) {
        Optional<NamedBox> same = missing.stream()
                .filter(named -> named.box().isNear(known.box()))
                .filter(named -> named.isCalled(known.label()) || named.isCalled(nameOf(known)))
                .findFirst();
        same.ifPresent(missing::remove);
        return same.isPresent();
    }

    private boolean isSaidBy(Face face, NamedBox named) {
        return face.source() != FaceSource.FILE
                && face.box().region("").overlap(named.box().region("")) >= FaceRegion.SAME_PLACE
                && (face.source() == FaceSource.HAND || named.isCalled(nameOf(face)));
    }

    private @Nullable String nameOf(Face face) {
        PersonId person = face.person();
        return person == null
                ? null
                : persons.find(person).map(found -> found.profile().name()).orElse(null);
    }

    @Override
    public void extracted(Asset asset, MediaMetadata found) {
        List<NamedBox> missing = new ArrayList<>(boxes(found));
        for (Face known : faces.listRead(asset.id())) {
            if (!take(known, missing)) {
                remove(asset, known);
            }
        }
        List<Face> shown = faces.list(asset.id());
        missing.removeIf(named -> shown.stream().anyMatch(face -> isSaidBy(face, named)));
        missing.forEach(named -> add(asset, named));
    }

    private static List<NamedBox> boxes(MediaMetadata found) {
        Dimensions upright = found.exif().frame().upright();
        Integer orientation = found.exif().frame().orientation();
        if (upright == null) {
            return List.of();
        }
        return found.faces().stream()
                .map(region -> orientation == null ? region : region.upright(orientation))
                .map(region -> new NamedBox(box(region, upright), name(region)))
                .distinct()
                .toList();
    }

    /** At least a pixel, or it would be no box. */
    private static FaceBox box(FaceRegion region, Dimensions image) {
        int left = Math.min((int) (region.left() * image.width()), image.width() - 1);
        int top = Math.min((int) (region.top() * image.height()), image.height() - 1);
        int right = (int) Math.round((region.left() + region.width()) * image.width());
        int bottom = (int) Math.round((region.top() + region.height()) * image.height());
        return new FaceBox(
                image,
                left,
                top,
                Math.clamp(right, left + 1, image.width()),
                Math.clamp(bottom, top + 1, image.height()));
    }

    private static String name(FaceRegion region) {
        String name = region.name();
        return name.length() <= PersonProfile.LONGEST_NAME ? name : name.substring(0, PersonProfile.LONGEST_NAME);
    }

    private void add(Asset asset, NamedBox named) {
        String name = named.name() == null ? "" : named.name();
        Person person = persons.findByName(asset.owner(), name).orElseGet(() -> {
            Person added = Person.add(asset.owner(), PersonProfile.named(name), clock.instant());
            persons.add(added);
            return added;
        });
        Face face = Face.read(asset.id(), person.id(), named.box(), name);
        faces.add(face);
        decisions.placed(face);
    }

    private void remove(Asset asset, Face face) {
        faces.remove(face.id());
        decisions.lost(asset.owner(), face);
        decisions.placed(asset.id());
    }
}
