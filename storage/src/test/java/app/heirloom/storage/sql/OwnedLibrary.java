package app.heirloom.storage.sql;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.event.Event;
import app.heirloom.library.event.Events;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.User;
import app.heirloom.storage.database.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A library in a database of its own, with one user and as many assets as a test asks for. */
public final class OwnedLibrary implements AutoCloseable {
    public final SqlStorage storage;
    public final Caller caller;
    public final OwnAssets own;
    public final Events events = new Events();
    public final InstantSource clock = InstantSource.fixed(Samples.NOW);
    private final List<Event> heard = new ArrayList<>();
    private int contents;

    public OwnedLibrary(TestDatabase kind, Path folder) {
        storage = kind.open(folder);
        caller = addCaller();
        own = new OwnAssets(storage.assets());
        events.subscribe(Event.class, heard::add);
    }

    /** Another user. */
    public Caller addCaller() {
        return callerOf(Samples.addUser(storage));
    }

    public static Caller callerOf(User user) {
        return new Caller(user, new Caller.Credential.OfSession(Samples.sessionOfNobody(), false));
    }

    public AssetId addAsset() {
        return addAsset(caller);
    }

    /** An asset that is a minute younger than the one before. */
    public AssetId addAsset(Caller owner) {
        contents++;
        LocalDateTime taken = LocalDateTime.of(2024, 5, 1, 12, 0).plusMinutes(contents);
        Asset asset = Samples.asset(owner.id(), contents, contents + ".jpg", taken);
        run(() -> storage.assets().add(asset));
        return asset.id();
    }

    public List<AssetId> addAssets(int count) {
        return IntStream.range(0, count).mapToObj(i -> addAsset()).toList();
    }

    public Asset asset(AssetId id) {
        return read(() -> storage.assets().get(id));
    }

    public void trash(AssetId id, boolean trashed) {
        Instant since = trashed ? Samples.NOW : null;
        run(() -> {
            Asset asset = storage.assets().get(id);
            storage.assets().save(asset.withState(asset.state().withTrashed(since)));
        });
    }

    public <T> T read(Supplier<T> work) {
        return storage.transactions().read(work);
    }

    public <T> T write(Supplier<T> work) {
        return storage.transactions().write(work);
    }

    public void run(Runnable work) {
        storage.transactions().run(work);
    }

    /** What was published since this was asked last. */
    public List<Event> news() {
        List<Event> news = List.copyOf(heard);
        heard.clear();
        return news;
    }

    @Override
    public void close() {
        storage.close();
    }
}
