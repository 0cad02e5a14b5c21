package app.heirloom.immich.server.sharing;

import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.sharing.LinkRights;
import app.heirloom.library.sharing.LinkTerms;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads on what terms a link is to be open. */
final class LinkFields {
    /** What holds for a new link of which nothing else is said. */
    static final LinkTerms DEFAULTS = new LinkTerms(null, null, null, null, new LinkRights(false, true, true));

    private LinkFields() {}

    /** What the body names is changed, to nothing if it is null. */
    static LinkTerms terms(JsonFields body, LinkTerms before) {
        LinkRights rights = before.rights();
        return new LinkTerms(
                text(body, "slug", before.slug()),
                text(body, "description", before.description()),
                text(body, "password", before.password()),
                expiry(body, before.expires()),
                new LinkRights(
                        body.findFlag("allowUpload").orElse(rights.upload()),
                        body.findFlag("allowDownload").orElse(rights.download()),
                        body.findFlag("showMetadata").orElse(rights.metadata())));
    }

    private static @Nullable String text(JsonFields body, String name, @Nullable String before) {
        if (body.isNull(name)) {
            return null;
        }
        String text = body.findText(name).orElse(before);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable Instant expiry(JsonFields body, @Nullable Instant before) {
        return body.isNull("expiresAt")
                ? null
                : body.findDate("expiresAt").map(OffsetDateTime::toInstant).orElse(before);
    }
}
