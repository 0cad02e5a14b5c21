package app.heirloom.immich.server.sync;

import app.heirloom.immich.json.AsciiText;
import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.immich.json.sync.SyncAlbumJson;
import app.heirloom.immich.json.sync.SyncAlbumToAssetJson;
import app.heirloom.immich.json.sync.SyncAlbumUserJson;
import app.heirloom.immich.json.sync.SyncAssetJson;
import app.heirloom.immich.json.sync.SyncAssetMetadataJson;
import app.heirloom.immich.json.sync.SyncAuthUserJson;
import app.heirloom.immich.json.sync.SyncExifJson;
import app.heirloom.immich.json.sync.SyncFaceJson;
import app.heirloom.immich.json.sync.SyncPersonJson;
import app.heirloom.immich.json.sync.SyncStackJson;
import app.heirloom.immich.json.sync.SyncTextDeletionJson;
import app.heirloom.immich.json.sync.SyncTextLineJson;
import app.heirloom.immich.json.sync.SyncUserJson;
import app.heirloom.immich.json.sync.SyncUserMetadataJson;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.Position;
import app.heirloom.library.sync.SyncSink;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.sync.entity.SyncedAlbum;
import app.heirloom.library.sync.entity.SyncedAlbumAsset;
import app.heirloom.library.sync.entity.SyncedAlbumUser;
import app.heirloom.library.sync.entity.SyncedAssetDocument;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.sync.entity.SyncedFace;
import app.heirloom.library.sync.entity.SyncedPerson;
import app.heirloom.library.sync.entity.SyncedStack;
import app.heirloom.library.sync.entity.SyncedTextLine;
import app.heirloom.library.sync.entity.SyncedUser;
import app.heirloom.library.sync.entity.SyncedUserDocument;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a sync stream as {@code {"type", "data", "ack"}}, one object on each line; every line ends with a newline. */
final class SyncLines implements SyncSink {
    private static final int BUFFER_IN_BYTES = 64 * 1024;

    private final OutputStream stream;
    private final AsciiText text = new AsciiText(BUFFER_IN_BYTES + 4 * 1024);

    SyncLines(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void send(SyncEntity entity, Position position, Object what) throws IOException {
        if (what instanceof SyncedUserDocument document && !SyncUserMetadataJson.isKnown(document.key())) {
            return;
        }
        String type = EntityTypes.nameOf(entity);
        begin(type);
        switch (what) {
            case Asset asset -> SyncAssetJson.append(asset, text);
            case SyncedExif exif -> SyncExifJson.append(exif, text);
            default -> text.append(ImmichMapper.write(record(entity, position, what)));
        }
        end(type, position);
    }

    @Override
    public void advance(SyncEntity entity, Position position) throws IOException {
        String type = EntityTypes.nameOf(entity);
        begin(entity == SyncEntity.COMPLETE ? type : EntityTypes.ACK).append("{}");
        end(type, position);
    }

    @Override
    public void reset() throws IOException {
        begin(EntityTypes.RESET).append("{}");
        end(EntityTypes.RESET, "reset");
    }

    void flush() throws IOException {
        text.drainTo(stream);
    }

    private static Object record(SyncEntity entity, Position position, Object what) {
        return switch (what) {
            case SyncedUser self when entity == SyncEntity.SELF -> SyncAuthUserJson.of(self);
            case SyncedUser user -> SyncUserJson.of(user);
            case SyncedStack stack -> SyncStackJson.of(stack);
            case SyncedAlbum album when entity == SyncEntity.ALBUM_WITH_OWNER -> SyncAlbumJson.withOwner(album);
            case SyncedAlbum album -> SyncAlbumJson.of(album);
            case SyncedAlbumUser member -> SyncAlbumUserJson.of(member);
            case SyncedAlbumAsset link -> SyncAlbumToAssetJson.of(link);
            case SyncedPerson person -> SyncPersonJson.of(person);
            case SyncedFace face -> SyncFaceJson.of(face);
            case SyncedUserDocument document -> SyncUserMetadataJson.of(document);
            case SyncedAssetDocument document -> SyncAssetMetadataJson.of(document);
            case SyncedTextLine line -> SyncTextLineJson.of(line);
            case Deletion deletion
            when entity == SyncEntity.TEXT_DELETION -> SyncTextDeletionJson.of(position.change(), deletion);
            case Deletion deletion -> Deletions.record(entity, deletion);
            default -> throw new IllegalArgumentException("the wire has no form for " + what.getClass());
        };
    }

    private AsciiText begin(String type) {
        return text.append("{\"type\":\"").append(type).append("\",\"data\":");
    }

    private void end(String type, Object position) throws IOException {
        text.append(",\"ack\":\"")
                .append(type)
                .append('|')
                .append(position.toString())
                .append("\"}\n");
        if (text.length() >= BUFFER_IN_BYTES) {
            flush();
        }
    }
}
