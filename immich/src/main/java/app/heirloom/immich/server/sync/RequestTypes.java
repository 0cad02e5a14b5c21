package app.heirloom.immich.server.sync;

import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.library.sync.SyncTopic;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the wire calls the topics of a sync stream. */
final class RequestTypes {
    private static final String FIELD = "types";

    private static final Map<String, SyncTopic> TOPICS = Map.ofEntries(
            Map.entry("AuthUsersV1", SyncTopic.SELF),
            Map.entry("UsersV1", SyncTopic.USERS),
            Map.entry("AssetsV2", SyncTopic.ASSETS),
            Map.entry("StacksV1", SyncTopic.STACKS),
            Map.entry("AlbumAssetsV2", SyncTopic.ALBUM_ASSETS),
            Map.entry("AlbumsV1", SyncTopic.ALBUMS_WITH_OWNER),
            Map.entry("AlbumsV2", SyncTopic.ALBUMS),
            Map.entry("AlbumUsersV1", SyncTopic.ALBUM_USERS),
            Map.entry("AlbumToAssetsV1", SyncTopic.ALBUM_LINKS),
            Map.entry("AssetExifsV1", SyncTopic.EXIFS),
            Map.entry("AlbumAssetExifsV1", SyncTopic.ALBUM_EXIFS),
            Map.entry("AssetOcrV1", SyncTopic.TEXTS),
            Map.entry("PeopleV1", SyncTopic.PEOPLE),
            Map.entry("AssetFacesV2", SyncTopic.FACES),
            Map.entry("UserMetadataV1", SyncTopic.USER_DOCUMENTS),
            Map.entry("AssetMetadataV1", SyncTopic.ASSET_DOCUMENTS));

    /** Of features that come later: there is nothing to send yet. */
    private static final Set<String> EMPTY = Set.of(
            "PartnersV1",
            "PartnerAssetsV2",
            "PartnerAssetExifsV1",
            "PartnerStacksV1",
            "MemoriesV1",
            "MemoryToAssetsV1",
            "AssetEditsV1");

    private static final Set<String> OBSOLETE = Set.of("AssetsV1", "PartnerAssetsV1", "AlbumAssetsV1", "AssetFacesV1");

    private RequestTypes() {}

    /** The topics asked for by the request's {@code types}. */
    static Set<SyncTopic> topics(Fields body) {
        List<String> names = body.listTexts(FIELD);
        if (names.isEmpty() && !body.isPresent(FIELD)) {
            throw InvalidFieldException.type("Invalid input: expected a list, received nothing", FIELD);
        }
        Set<SyncTopic> topics = EnumSet.noneOf(SyncTopic.class);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (TOPICS.containsKey(name)) {
                topics.add(TOPICS.get(name));
            } else if (OBSOLETE.contains(name)) {
                throw InvalidFieldException.value(name + " is no longer sent: ask for its successor V2", FIELD, i);
            } else if (!EMPTY.contains(name)) {
                throw InvalidFieldException.value("Invalid option: there is no type " + name, FIELD, i);
            }
        }
        return topics;
    }
}
