package app.heirloom.immich.server.system;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.server.AbilityJson;
import app.heirloom.immich.json.server.AboutJson;
import app.heirloom.immich.json.server.FeaturesJson;
import app.heirloom.immich.json.server.MediaTypesJson;
import app.heirloom.immich.json.server.PingJson;
import app.heirloom.immich.json.server.PublicConfigJson;
import app.heirloom.immich.json.server.ServerConfigJson;
import app.heirloom.immich.json.server.StorageJson;
import app.heirloom.immich.json.server.VersionHistoryJson;
import app.heirloom.immich.json.server.VersionJson;
import app.heirloom.immich.json.server.WellKnownJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.administration.Accounts;
import app.heirloom.library.user.administration.UserAdministration;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the server says of itself. */
public final class ServerRoutes {
    private static final int TRASH_DAYS = 30;

    private final Accounts accounts;
    private final BlobStore blobs;
    private final AdminOnboarding onboarding;
    private final Library.Abilities abilities;
    private final Instant started;

    public ServerRoutes(Library library, Instant started) {
        this.accounts = library.entrance().accounts();
        this.blobs = library.shelves().blobs();
        this.onboarding = AdminOnboarding.of(library);
        this.abilities = library.background().abilities();
        this.started = started;
    }

    public Answer wellKnown(Context http) {
        return Answer.ok(
                new WellKnownJson(new WellKnownJson.ApiJson(http.contextPath() + "/api"), WellKnownJson.HEIRLOOM));
    }

    Answer ping(Context http) {
        return Answer.ok(new PingJson("pong"));
    }

    Answer version(Context http) {
        return Answer.ok(VersionJson.CURRENT);
    }

    Answer versionHistory(Context http) {
        String version = VersionJson.CURRENT.text();
        UUID id = UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8));
        return Answer.ok(List.of(new VersionHistoryJson(id, started, version)));
    }

    Answer about(Context http, Caller caller) {
        return Answer.ok(new AboutJson("v" + VersionJson.CURRENT.text(), "", true));
    }

    Answer config(Context http) {
        return Answer.ok(new ServerConfigJson(
                "",
                accounts.hasAdmin(),
                onboarding.get().isOnboarded(),
                "",
                false,
                "",
                "",
                abilities.minimumFaces(),
                "",
                true,
                TRASH_DAYS,
                Math.toIntExact(UserAdministration.RETENTION.toDays())));
    }

    /** The part of the configuration that anybody may see; nobody can change it yet. */
    Answer publicConfig(Context http) {
        return Answer.ok(PublicConfigJson.DEFAULT);
    }

    Answer features(Context http) {
        return Answer.ok(FeaturesJson.of(abilities));
    }

    /** What only Heirloom has: why a feature is not there. */
    Answer abilities(Context http, Caller caller) {
        return Answer.ok(AbilityJson.of(abilities));
    }

    Answer mediaTypes(Context http) {
        return Answer.ok(MediaTypesJson.current());
    }

    Answer storage(Context http, Caller caller) {
        return Answer.ok(StorageJson.of(blobs.space()));
    }
}
