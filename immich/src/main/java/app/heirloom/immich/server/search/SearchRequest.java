package app.heirloom.immich.server.search;

import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.search.Period;
import app.heirloom.library.search.SearchCriteria;
import app.heirloom.library.search.StateCriteria;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the criteria of a search. A criterion that nothing can meet yet finds nothing, rather than being ignored. */
final class SearchRequest {
    /** Lists whose members do not exist yet, so that no asset belongs to any. */
    private static final List<String> EMPTY_RELATIONS = List.of("albumIds", "personIds", "tagIds");

    /** Criteria that are not searched by yet; better refused than ignored. */
    private static final List<String> UNSUPPORTED = List.of(
            "filter",
            "city",
            "country",
            "state",
            "make",
            "model",
            "lensModel",
            "rating",
            "description",
            "ocr",
            "originalPath",
            "updatedAfter",
            "updatedBefore");

    private final Fields fields;

    SearchRequest(Fields fields) {
        this.fields = fields;
    }

    /** Whether some criterion is one that no asset meets. */
    boolean isHopeless() {
        return EMPTY_RELATIONS.stream().anyMatch(name -> !fields.listTexts(name).isEmpty())
                || Stream.of("isOffline", "isEncoded")
                        .anyMatch(name -> fields.findFlag(name).orElse(false))
                || fields.findUuid("libraryId").isPresent();
    }

    SearchCriteria criteria() {
        UNSUPPORTED.stream().filter(fields::isPresent).findFirst().ifPresent(name -> {
            throw ErrorCode.INVALID.exception("Searching by " + name + " is not supported yet");
        });
        return new SearchCriteria(
                fields.findAssetId("id").stream().toList(),
                fields.findChoice("type", AssetType.values(), AssetType::name),
                visibility(),
                fields.findText("originalFileName").filter(name -> !name.isEmpty()),
                checksum(),
                state());
    }

    private Optional<Visibility> visibility() {
        Optional<Visibility> visibility = fields.findVisibility("visibility");
        if (visibility.equals(Optional.of(Visibility.LOCKED))) {
            throw ErrorCode.UNAUTHENTICATED.exception("Elevated permission is required");
        }
        return visibility;
    }

    private StateCriteria state() {
        Period trashed = period("trashedAfter", "trashedBefore");
        return new StateCriteria(
                fields.findFlag("isFavorite"),
                fields.findFlag("isMotion"),
                fields.findFlag("withDeleted").orElse(false) || trashed.isBounded(),
                trashed,
                period("takenAfter", "takenBefore"),
                period("createdAfter", "createdBefore"));
    }

    private Period period(String after, String before) {
        return new Period(
                fields.findDate(after).map(OffsetDateTime::toInstant),
                fields.findDate(before).map(OffsetDateTime::toInstant));
    }

    private Optional<Checksum> checksum() {
        return fields.findText("checksum").map(text -> {
            try {
                return Checksum.parse(text);
            } catch (IllegalArgumentException e) {
                throw InvalidFieldException.format("Invalid checksum: expected SHA-1 as Base64 or hex", "checksum");
            }
        });
    }
}
