package app.heirloom.immich.json.sharing;

import app.heirloom.immich.json.album.AlbumJson;
import app.heirloom.immich.json.asset.AssetShape;
import app.heirloom.library.sharing.LinkTerms;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.sharing.SharedLinkView;
import app.heirloom.library.user.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shared link.
 *
 * @param key the secret that makes the link
 * @param password in clear for the owner, who may pass it on; null for holders
 * @param assets those that it shares by themselves
 */
public record SharedLinkJson(
        UUID id,
        UUID userId,
        String key,
        String type,
        @Nullable String slug,
        @Nullable String description,
        @Nullable String password,
        @Nullable Instant expiresAt,
        boolean allowUpload,
        boolean allowDownload,
        boolean showMetadata,
        Instant createdAt,
        @JsonInclude(Include.NON_NULL) @Nullable AlbumJson album,
        List<Object> assets) {
    public static SharedLinkJson of(SharedLinkView view, Caller caller) {
        SharedLink link = view.link();
        LinkTerms terms = link.terms();
        return new SharedLinkJson(
                link.id().value(),
                link.owner().value(),
                link.secret().text(),
                link.album() == null ? "INDIVIDUAL" : "ALBUM",
                terms.slug(),
                terms.description(),
                caller.isUser() ? terms.password() : null,
                terms.expires(),
                terms.rights().upload(),
                terms.rights().download(),
                terms.rights().metadata(),
                link.created(),
                view.album().map(album -> AlbumJson.of(album.seenBy(caller))).orElse(null),
                view.assets().stream()
                        .map(asset -> AssetShape.of(caller, asset, Optional.empty()))
                        .toList());
    }
}
