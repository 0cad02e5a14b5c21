package app.heirloom.cli;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.duplicate.merge.MetadataConflict.Kind;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.tools.duplicates.Scenario;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of duplicates of one kind, and what is to be said of it.
 *
 * @param copies in the order of their age, the oldest first
 * @param winner file name of the one to keep
 */
record ScenarioFixture(Scenario scenario, List<Copy> copies, String winner, Set<Kind> conflicts) {

    /**
     * One of the duplicates.
     *
     * @param known what is said of it on the server, besides what its file says
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a photo, which nobody compares
    record Copy(String fileName, byte[] content, Known known) {
        Copy(String fileName, byte[] content) {
            this(fileName, content, Known.NOTHING);
        }

        Copy in(double latitude, double longitude) {
            return new Copy(
                    fileName,
                    content,
                    new Known(new Coordinates(latitude, longitude), known.local, known.zone, known.description));
        }

        Copy at(String local, String zone) {
            return new Copy(fileName, content, new Known(known.place, local, zone, known.description));
        }

        Copy saying(String description) {
            return new Copy(fileName, content, new Known(known.place, known.local, known.zone, description));
        }

        /** What to tell the server. */
        AssetEdit edit() {
            var capture = known.local == null ? null : new Capture(LocalDateTime.parse(known.local), known.zone, null);
            return new AssetEdit(
                    Visibility.TIMELINE, null, new MetadataEdits(known.description, null, known.place, capture));
        }
    }

    record Known(
            @Nullable Coordinates place,
            @Nullable String local,
            @Nullable String zone,
            @Nullable String description) {
        static final Known NOTHING = new Known(null, null, null, null);
    }

    @Override
    public String toString() {
        return scenario.name() + " " + scenario.title();
    }
}
