package app.heirloom.storage.sql.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.Position;
import app.heirloom.library.sync.SyncSink;
import app.heirloom.library.sync.SyncTopic;
import app.heirloom.library.sync.Synchronisation;
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
import app.heirloom.library.user.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A client that keeps what it is told, as an app does: rows by key, with foreign keys that are enforced, and everything of
 * a parent gone with it. It acknowledges the last entry of each run of one kind.
 */
final class SyncClient {
    private static final String SEPARATOR = " in ";

    private final Session session;
    private final Set<SyncTopic> topics;
    private final Map<String, String> rows = new TreeMap<>();
    private final List<Entry> acknowledgeable = new ArrayList<>();
    private boolean isResetAsked;
    private boolean isComplete;

    private record Entry(SyncEntity entity, Position position) {}

    /** What happens while the client receives; an exception cuts the stream off. */
    interface Meanwhile {
        void happens() throws IOException;
    }

    SyncClient(Session session, SyncTopic albums) {
        this.session = session;
        this.topics = EnumSet.allOf(SyncTopic.class);
        topics.removeAll(Set.of(SyncTopic.ALBUMS, SyncTopic.ALBUMS_WITH_OWNER));
        topics.add(albums);
    }

    Session session() {
        return session;
    }

    /** Receives a stream, or its begin; returns whether it was all of it. */
    boolean receive(Synchronisation synchronisation, Session current, Meanwhile meanwhile) {
        acknowledgeable.clear();
        isResetAsked = false;
        isComplete = false;
        try {
            synchronisation.stream(current, topics, new Sink(meanwhile));
        } catch (IOException e) {
            return false;
        }
        return isComplete;
    }

    /** How many runs of entries of one kind there were. */
    int runs() {
        return isResetAsked ? 1 : acknowledgeable.size();
    }

    void acknowledge(Checkpoints checkpoints, int runs) {
        if (isResetAsked && runs > 0) {
            checkpoints.reset(session.id());
        }
        for (Entry entry : acknowledgeable.subList(0, Math.min(runs, acknowledgeable.size()))) {
            checkpoints.save(session.id(), Map.of(entry.entity(), entry.position()));
        }
    }

    /** What it has, except assets that it cannot show because nothing leads to them any more. */
    Map<String, String> rows() {
        String self = session.user().toString();
        Map<String, String> visible = new TreeMap<>(rows);
        visible.keySet().removeIf(key -> {
            String asset = key.replaceFirst("^exif ", "asset ");
            return asset.startsWith("asset ")
                    && !Objects.requireNonNullElse(rows.get(asset), "").startsWith(self)
                    && rows.keySet().stream().noneMatch(link -> link.startsWith("link " + asset + SEPARATOR));
        });
        return visible;
    }

    private final class Sink implements SyncSink {
        private final Meanwhile meanwhile;

        Sink(Meanwhile meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public void send(SyncEntity entity, Position position, Object what) throws IOException {
            meanwhile.happens();
            keep(entity, what);
            note(entity, position, false);
        }

        @Override
        public void advance(SyncEntity entity, Position position) throws IOException {
            meanwhile.happens();
            note(entity, position, true);
            isComplete |= entity == SyncEntity.COMPLETE;
        }

        @Override
        public void reset() {
            rows.clear();
            isResetAsked = true;
        }

        private void note(SyncEntity entity, Position position, boolean isOfItsOwn) {
            if (!isOfItsOwn
                    && !acknowledgeable.isEmpty()
                    && acknowledgeable.getLast().entity() == entity) {
                acknowledgeable.removeLast();
            }
            acknowledgeable.add(new Entry(entity, position));
        }
    }

    private void keep(SyncEntity entity, Object what) {
        switch (what) {
            case SyncedUser user
            when entity == SyncEntity.SELF ->
                rows.put("self", user.user().account().name());
            case SyncedUser user ->
                rows.put("user " + user.user().id(), user.user().account().name());
            case Asset asset -> rows.put("asset " + asset.id(), describe(asset));
            case SyncedExif exif ->
                put("exif " + exif.asset(), exif.exif().caption().description(), "asset " + exif.asset());
            case SyncedStack stack ->
                rows.put("stack " + stack.id(), stack.primary().toString());
            case SyncedAlbum album -> put("album " + album.id(), album.label().name(), "user " + album.owner());
            case SyncedAlbumUser member ->
                put(
                        "member user " + member.user() + SEPARATOR + "album " + member.album(),
                        member.role().name(),
                        "user " + member.user(),
                        "album " + member.album());
            case SyncedAlbumAsset link ->
                put(
                        "link asset " + link.asset() + SEPARATOR + "album " + link.album(),
                        "",
                        "asset " + link.asset(),
                        "album " + link.album());
            case SyncedPerson person -> rows.put("person " + person.id(), person.name() + " " + person.birthDay());
            case SyncedFace face -> {
                put(
                        "face " + face.id() + SEPARATOR + "asset " + face.asset(),
                        String.valueOf(face.person()),
                        "asset " + face.asset());
                if (face.person() != null) {
                    assertThat(rows).containsKey("person " + face.person());
                }
            }
            case SyncedTextLine line ->
                put(
                        "text " + line.position() + SEPARATOR + "asset " + line.asset(),
                        line.line().text(),
                        "asset " + line.asset());
            case SyncedUserDocument document -> rows.put("document " + document.key(), document.document());
            case SyncedAssetDocument document ->
                put(
                        "document " + document.key() + SEPARATOR + "asset " + document.asset(),
                        document.document(),
                        "asset " + document.asset());
            case Deletion deletion -> forget(entity, deletion);
            default -> throw new AssertionError(what);
        }
    }

    /** As the truth describes it, too. */
    static String describe(Asset asset) {
        return asset.owner() + " " + asset.state();
    }

    private void put(String key, String value, String... parents) {
        for (String parent : parents) {
            assertThat(rows).as("what %s refers to", key).containsKey(parent);
        }
        rows.put(key, value);
    }

    private void forget(SyncEntity entity, Deletion deletion) {
        switch (entity) {
            case ASSET_DELETION -> forget("asset " + deletion.id());
            case ALBUM_DELETION -> forget("album " + deletion.id());
            case STACK_DELETION -> rows.remove("stack " + deletion.id());
            case PERSON_DELETION -> rows.remove("person " + deletion.id());
            case FACE_DELETION -> rows.keySet().removeIf(key -> key.startsWith("face " + deletion.id()));
            case ALBUM_USER_DELETION ->
                rows.remove("member user " + deletion.secondId() + SEPARATOR + "album " + deletion.id());
            case ALBUM_LINK_DELETION ->
                rows.remove("link asset " + deletion.secondId() + SEPARATOR + "album " + deletion.id());
            case TEXT_DELETION ->
                rows.keySet()
                        .removeIf(key -> key.startsWith("text ") && key.endsWith(SEPARATOR + "asset " + deletion.id()));
            case USER_DOCUMENT_DELETION -> rows.remove("document " + deletion.key());
            case ASSET_DOCUMENT_DELETION ->
                rows.remove("document " + deletion.key() + SEPARATOR + "asset " + deletion.id());
            default -> throw new AssertionError(entity);
        }
    }

    private void forget(String parent) {
        rows.keySet()
                .removeIf(key -> key.equals(parent)
                        || key.equals(parent.replaceFirst("^asset", "exif"))
                        || key.startsWith("link " + parent + SEPARATOR)
                        || key.endsWith(SEPARATOR + parent));
    }
}
