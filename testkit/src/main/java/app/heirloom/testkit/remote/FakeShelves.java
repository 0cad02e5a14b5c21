package app.heirloom.testkit.remote;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.SharedLinkId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a fake server keeps, in the order in which it came. Whoever uses it holds its lock. */
final class FakeShelves {
    final Map<AssetId, RemoteAsset> assets = new LinkedHashMap<>();
    final Map<AssetId, byte[]> bytes = new LinkedHashMap<>();
    final Map<AlbumId, RemoteAlbum> albums = new LinkedHashMap<>();
    final Map<AlbumId, Set<AssetId>> albumAssets = new LinkedHashMap<>();
    final Map<TagId, RemoteTag> tags = new LinkedHashMap<>();
    final Map<TagId, Set<AssetId>> tagAssets = new LinkedHashMap<>();
    final Map<PersonId, RemotePerson> people = new LinkedHashMap<>();
    final Map<AssetId, List<RemoteFace>> faces = new LinkedHashMap<>();
    final Map<StackId, List<AssetId>> stacks = new LinkedHashMap<>();
    final Map<SharedLinkId, Set<AssetId>> links = new LinkedHashMap<>();

    synchronized void put(RemoteAsset asset, byte[] content) {
        assets.put(asset.id(), asset);
        bytes.put(asset.id(), content.clone());
    }

    synchronized void replace(RemoteAsset asset) {
        get(asset.id());
        assets.put(asset.id(), asset);
    }

    synchronized RemoteAsset get(AssetId id) {
        return find(id).orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no asset.read access"));
    }

    synchronized Optional<RemoteAsset> find(AssetId id) {
        return Optional.ofNullable(assets.get(id));
    }

    synchronized byte[] bytesOf(AssetId id) {
        get(id);
        return bytes.getOrDefault(id, new byte[0]).clone();
    }

    synchronized List<RemoteAsset> all() {
        return List.copyOf(assets.values());
    }

    synchronized void remove(Collection<AssetId> ids) {
        ids.forEach(id -> {
            assets.remove(id);
            bytes.remove(id);
            faces.remove(id);
            albumAssets.values().forEach(members -> members.remove(id));
            tagAssets.values().forEach(members -> members.remove(id));
            links.values().forEach(members -> members.remove(id));
        });
        new FakeStacks(this).forget(ids);
    }

    synchronized void forget(SharedLinkId link) {
        links.remove(link);
    }

    synchronized void forget(AlbumId album) {
        albums.remove(album);
        albumAssets.remove(album);
    }

    /** Puts the assets into a set of them, and says how each fared. */
    synchronized List<Outcome> addTo(Set<AssetId> set, Collection<AssetId> ids) {
        List<Outcome> outcomes = new ArrayList<>();
        for (AssetId id : ids) {
            if (!assets.containsKey(id)) {
                outcomes.add(Outcome.refused(id.value(), Refusal.NO_PERMISSION));
            } else {
                outcomes.add(
                        set.add(id) ? Outcome.changed(id.value()) : Outcome.refused(id.value(), Refusal.DUPLICATE));
            }
        }
        return outcomes;
    }

    synchronized List<Outcome> removeFrom(Set<AssetId> set, Collection<AssetId> ids) {
        return ids.stream()
                .map(id ->
                        set.remove(id) ? Outcome.changed(id.value()) : Outcome.refused(id.value(), Refusal.NOT_FOUND))
                .toList();
    }

    synchronized <K> Set<AssetId> members(Map<K, Set<AssetId>> sets, K key) {
        return sets.computeIfAbsent(key, absent -> new LinkedHashSet<>());
    }

    static Checksum checksumOf(byte[] content) {
        try {
            return Checksum.of(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
