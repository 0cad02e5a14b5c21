package app.heirloom.immich.server.sync;

import static app.heirloom.library.sync.entity.SyncEntity.*;

import app.heirloom.library.sync.entity.SyncEntity;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the wire calls the entries of a sync stream. */
final class EntityTypes {
    static final String ACK = "SyncAckV1";
    static final String RESET = "SyncResetV1";

    private static final Map<SyncEntity, String> NAMES = Map.ofEntries(
            Map.entry(SELF, "AuthUserV1"),
            Map.entry(USER, "UserV1"),
            Map.entry(USER_DELETION, "UserDeleteV1"),
            Map.entry(ASSET, "AssetV2"),
            Map.entry(ASSET_DELETION, "AssetDeleteV1"),
            Map.entry(STACK, "StackV1"),
            Map.entry(STACK_DELETION, "StackDeleteV1"),
            Map.entry(ALBUM_ASSET, "AlbumAssetCreateV2"),
            Map.entry(ALBUM_ASSET_UPDATE, "AlbumAssetUpdateV2"),
            Map.entry(ALBUM_ASSET_BACKFILL, "AlbumAssetBackfillV2"),
            Map.entry(ALBUM_WITH_OWNER, "AlbumV1"),
            Map.entry(ALBUM, "AlbumV2"),
            Map.entry(ALBUM_DELETION, "AlbumDeleteV1"),
            Map.entry(ALBUM_USER, "AlbumUserV1"),
            Map.entry(ALBUM_USER_BACKFILL, "AlbumUserBackfillV1"),
            Map.entry(ALBUM_USER_DELETION, "AlbumUserDeleteV1"),
            Map.entry(ALBUM_LINK, "AlbumToAssetV1"),
            Map.entry(ALBUM_LINK_BACKFILL, "AlbumToAssetBackfillV1"),
            Map.entry(ALBUM_LINK_DELETION, "AlbumToAssetDeleteV1"),
            Map.entry(EXIF, "AssetExifV1"),
            Map.entry(ALBUM_EXIF, "AlbumAssetExifCreateV1"),
            Map.entry(ALBUM_EXIF_UPDATE, "AlbumAssetExifUpdateV1"),
            Map.entry(ALBUM_EXIF_BACKFILL, "AlbumAssetExifBackfillV1"),
            Map.entry(TEXT, "AssetOcrV1"),
            Map.entry(TEXT_DELETION, "AssetOcrDeleteV1"),
            Map.entry(PERSON, "PersonV1"),
            Map.entry(PERSON_DELETION, "PersonDeleteV1"),
            Map.entry(FACE, "AssetFaceV2"),
            Map.entry(FACE_DELETION, "AssetFaceDeleteV1"),
            Map.entry(USER_DOCUMENT, "UserMetadataV1"),
            Map.entry(USER_DOCUMENT_DELETION, "UserMetadataDeleteV1"),
            Map.entry(ASSET_DOCUMENT, "AssetMetadataV1"),
            Map.entry(ASSET_DOCUMENT_DELETION, "AssetMetadataDeleteV1"),
            Map.entry(COMPLETE, "SyncCompleteV1"));

    private static final Map<String, SyncEntity> ENTITIES =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Clients may name these, though nothing of the kind is ever sent: older forms, and features that come later. */
    private static final Set<String> UNUSED = Set.of(
            ACK,
            RESET,
            "AssetV1",
            "AssetEditV1",
            "AssetEditDeleteV1",
            "AssetFaceV1",
            "AlbumAssetCreateV1",
            "AlbumAssetUpdateV1",
            "AlbumAssetBackfillV1",
            "MemoryV1",
            "MemoryDeleteV1",
            "MemoryToAssetV1",
            "MemoryToAssetDeleteV1",
            "PartnerV1",
            "PartnerDeleteV1",
            "PartnerAssetV1",
            "PartnerAssetV2",
            "PartnerAssetBackfillV1",
            "PartnerAssetBackfillV2",
            "PartnerAssetDeleteV1",
            "PartnerAssetExifV1",
            "PartnerAssetExifBackfillV1",
            "PartnerStackV1",
            "PartnerStackBackfillV1",
            "PartnerStackDeleteV1");

    private EntityTypes() {}

    static String nameOf(SyncEntity entity) {
        return Objects.requireNonNull(NAMES.get(entity));
    }

    static boolean isKnown(String name) {
        return ENTITIES.containsKey(name) || UNUSED.contains(name);
    }

    /** Empty for what is never sent. */
    static Optional<SyncEntity> find(String name) {
        return Optional.ofNullable(ENTITIES.get(name));
    }
}
