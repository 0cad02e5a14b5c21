package app.heirloom.immich.server.album;

import app.heirloom.immich.json.WireNames;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.album.AlbumEdit;
import app.heirloom.library.album.AlbumFilter;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.Membership;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what clients say of albums. */
final class AlbumFields {
    private enum Order {
        ASC,
        DESC
    }

    private AlbumFields() {}

    static AlbumId idInPath(Context http) {
        return new AlbumId(TextFields.uuidInPath(http));
    }

    /** An asset that must lie in the albums makes all other wishes void. */
    static AlbumFilter filter(TextFields query, UserId member) {
        Optional<AssetId> asset = query.findAssetId("assetId");
        if (asset.isPresent()) {
            return new AlbumFilter(
                    member, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), asset);
        }
        return new AlbumFilter(
                member,
                query.findFlag("isOwned"),
                query.findFlag("isShared"),
                query.findUuid("id").map(AlbumId::new),
                query.findText("name"),
                asset);
    }

    static AlbumEdit edit(JsonFields body) {
        return new AlbumEdit(
                body.findText("albumName").orElse(null),
                body.isNull("description") ? "" : body.findText("description").orElse(null),
                body.findAssetId("albumThumbnailAssetId").orElse(null),
                body.findFlag("isActivityEnabled").orElse(null),
                body.findChoice("order", Order.values(), order -> order.name().toLowerCase(Locale.ROOT))
                        .map(order -> order == Order.DESC)
                        .orElse(null));
    }

    static List<Membership> memberships(JsonFields body) {
        return body.list("albumUsers").stream()
                .map(member -> new Membership(
                        new UserId(member.uuid("userId")), findRole(member).orElse(AlbumRole.EDITOR)))
                .toList();
    }

    static AlbumRole role(JsonFields body) {
        return findRole(body)
                .orElseThrow(() ->
                        InvalidFieldException.type("Invalid input: a value is required, received nothing", "role"));
    }

    private static Optional<AlbumRole> findRole(Fields fields) {
        return fields.findChoice("role", AlbumRole.values(), WireNames::of);
    }
}
