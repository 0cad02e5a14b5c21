package app.heirloom.server.http;

import app.heirloom.immich.Library;
import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumView;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.sharing.LinkAuthentication;
import app.heirloom.library.sharing.LinkGallery;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.sharing.SharedLinkView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The page where a shared link leads, which tells messengers what to show for it in their preview. */
public final class SharePage {
    private static final String TITLE = "Shared photos";

    private final LinkAuthentication links;
    private final LinkGallery gallery;

    public SharePage(Library.Sharing sharing) {
        this.links = sharing.authentication();
        this.gallery = sharing.gallery();
    }

    public void register(RoutesConfig routes) {
        for (HandlerType method : new HandlerType[] {HandlerType.GET, HandlerType.HEAD}) {
            routes.addHttpHandler(method, "/share/{key}", http -> answer(http, links.findByKey(http.pathParam("key"))));
            routes.addHttpHandler(method, "/s/{slug}", http -> answer(http, links.findBySlug(http.pathParam("slug"))));
        }
    }

    /** The page itself tells people that a link is not open (any more); programs go by the status. */
    private void answer(Context http, Optional<SharedLink> link) throws IOException {
        http.status(link.isPresent() ? 200 : 404);
        Page.answerIndex(http, link.map(found -> tags(http, found)).orElse(""));
    }

    /** Of a link with a password nothing is told but that it is one. */
    private String tags(Context http, SharedLink link) {
        if (link.terms().password() != null) {
            return tag("title", TITLE);
        }
        SharedLinkView view = gallery.view(link);
        Optional<Album> album = view.album().map(shared -> shared.summary().album());
        String title = album.map(shared -> shared.details().name()).orElse(TITLE);
        String description = Stream.of(
                        Optional.ofNullable(link.terms().description()),
                        album.map(shared -> shared.details().description()))
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(count(view) + " photos and videos");
        return tag("title", title)
                + tag("description", description)
                + picture(view)
                        .map(asset -> tag("image", thumbnail(http, link, asset)))
                        .orElse("");
    }

    private static long count(SharedLinkView view) {
        return view.album().map(shared -> shared.summary().contents().assets()).orElse((long)
                view.assets().size());
    }

    private static Optional<AssetId> picture(SharedLinkView view) {
        return view.album()
                .map(AlbumView::summary)
                .map(summary -> summary.album().thumbnail())
                .or(() -> view.assets().stream().map(Asset::id).findFirst());
    }

    private static String thumbnail(Context http, SharedLink link, AssetId asset) {
        return http.scheme() + "://" + http.host() + http.contextPath() + "/api/assets/" + asset
                + "/thumbnail?size=preview&key=" + link.secret().text();
    }

    private static String tag(String property, String content) {
        String escaped = content.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<meta property=\"og:" + property + "\" content=\"" + escaped + "\">\n";
    }
}
