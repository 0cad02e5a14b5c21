package app.heirloom.storage.sql;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.TokenHash;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Users and assets to fill databases with. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private Samples() {}

    public static User addUser(SqlStorage storage) {
        UserId id = UserId.random();
        User user = new User(id, new Account(id + "@example.org", "Ann", true, false), Quota.UNLIMITED, NOW, NOW);
        storage.transactions().run(() -> storage.users().add(user, "hash"));
        return user;
    }

    /** An asset of 1,000 bytes whose content is the number. */
    public static Asset asset(UserId owner, int content, String fileName, LocalDateTime local) {
        AssetId id = AssetId.random();
        Instant captured = local.toInstant(ZoneOffset.UTC);
        return new Asset(
                id,
                owner,
                new Original(fileName, AssetType.IMAGE, checksum(content), 1_000, new BlobKey("originals/" + id)),
                new AssetTimes(captured, local, captured, NOW, NOW),
                Appearance.UNKNOWN,
                AssetState.of(Visibility.TIMELINE));
    }

    public static Checksum checksum(int content) {
        return Checksum.of(
                ByteBuffer.allocate(Checksum.LENGTH_IN_BYTES).putInt(content).array());
    }

    public static TextLine line(String text) {
        var corner = new Corner(0.5f, 0.25f);
        return new TextLine(text, new Corners(corner, corner, corner, corner), 0.75f, 0.5f);
    }

    public static Session sessionOfNobody() {
        return new Session(
                SessionId.random(), UserId.random(), Device.UNKNOWN, SessionTimes.startingAt(NOW), null, false);
    }

    public static TokenHash token() {
        return TokenHash.of("token");
    }
}
