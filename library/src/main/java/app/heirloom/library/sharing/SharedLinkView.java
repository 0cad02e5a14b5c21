package app.heirloom.library.sharing;

import app.heirloom.library.album.AlbumView;
import app.heirloom.library.asset.Asset;
import java.util.List;
import java.util.Optional;

/**
 * A link with what it shares.
 *
 * @param assets the single ones; empty when it shares an album
 */
public record SharedLinkView(SharedLink link, Optional<AlbumView> album, List<Asset> assets) {}
