package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.library.asset.AssetRelations.GiftKind;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives an asset the faces of another. Their boxes are scaled to the target's size; where the target has a face already,
 * that one learns at most whose it is, and a person who is on the target is not put there twice.
 */
final class FaceCopy {
    private static final String SELECT = """
            select id, person_id, source, image_width, image_height, x1, y1, x2, y2, moment, is_visible
            from asset_face where asset_id = ?
            """;

    private record Face(
            UUID id,
            @Nullable UUID person,
            int source,
            ScaledBox box,
            @Nullable Duration moment,
            boolean visible) {
        boolean isInPlaceOf(Face other) {
            return Objects.equals(moment, other.moment) && box.isSameAs(other.box);
        }
    }

    private final Database database;

    FaceCopy(Database database) {
        this.database = database;
    }

    /** Returns what the target was given. */
    List<Gift> copy(AssetId source, AssetId target) {
        List<Gift> gifts = new ArrayList<>();
        List<Face> there = database.list(SELECT, FaceCopy::face, target.value());
        for (Face face : database.list(SELECT, FaceCopy::face, source.value())) {
            there.stream()
                    .filter(other -> other.isInPlaceOf(face))
                    .findFirst()
                    .map(same -> tellPerson(face, same))
                    .orElseGet(() -> addUnlessKnown(face, there, target))
                    .ifPresent(gifts::add);
        }
        return gifts;
    }

    private Optional<Gift> tellPerson(Face from, Face to) {
        if (from.person() == null || to.person() != null) {
            return Optional.empty();
        }
        database.update(
                "update asset_face set person_id = ?, is_confirmed = ?, change_id = ? where id = ?",
                from.person(),
                true,
                database.nextChange(),
                to.id());
        return Optional.of(new Gift(GiftKind.PERSON, to.id(), from.person()));
    }

    private Optional<Gift> addUnlessKnown(Face face, List<Face> there, AssetId target) {
        boolean isKnown = face.person() != null
                && there.stream().anyMatch(other -> face.person().equals(other.person()));
        if (isKnown) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        ScaledBox box = database.find(
                        "select width, height from asset where id = ?",
                        row -> {
                            Integer width = row.integerOrNull();
                            Integer height = row.integerOrNull();
                            return width == null || height == null
                                    ? face.box()
                                    : face.box().scaledTo(width, height);
                        },
                        target.value())
                .orElse(face.box());
        database.update(
                """
                insert into asset_face (id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2,
                  moment, is_visible, is_confirmed, change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                target.value(),
                face.person(),
                face.source(),
                box.imageWidth(),
                box.imageHeight(),
                box.x1(),
                box.y1(),
                box.x2(),
                box.y2(),
                face.moment(),
                face.visible(),
                face.person() != null,
                database.nextChange());
        return Optional.of(new Gift(GiftKind.FACE, id, face.person()));
    }

    private static Face face(Row row) {
        return new Face(
                row.uuid(),
                row.uuidOrNull(),
                row.integer(),
                new ScaledBox(row.integer(), row.integer(), row.integer(), row.integer(), row.integer(), row.integer()),
                row.durationOrNull(),
                row.flag());
    }
}
