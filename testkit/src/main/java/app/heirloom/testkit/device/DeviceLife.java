package app.heirloom.testkit.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.RemoteUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A device to which anything happens. Whatever happens, what is on the device is not sent to the trash, nothing is lost,
 * and what was sent to the trash comes back; anything else is an AssertionError.
 */
public final class DeviceLife {
    private static final List<String> OUT_OF_SIGHT = List.of(".trash/", "");

    private final Path root;
    private final PhotoServer photos;
    private final Reconciler reconciler;
    private final PhotoSupply supply;
    private final Random random;
    private final List<Reconciler.Run> runs = new ArrayList<>();
    private final Set<AssetId> trashedByRuns = new HashSet<>();
    private final Set<AssetId> everThere = new HashSet<>();

    public DeviceLife(Path root, PhotoServer photos, Reconciler reconciler, PhotoSupply supply, Random random) {
        this.root = root;
        this.photos = photos;
        this.reconciler = reconciler;
        this.supply = supply;
        this.random = random;
    }

    /** So many things happen, on the device and on the server. */
    public void live(int deeds) throws IOException {
        for (int deed = 0; deed < deeds; deed++) {
            act();
        }
    }

    private void act() throws IOException {
        List<Path> files = files(file -> MediaFormat.find(nameOf(file)).isPresent());
        if (files.isEmpty() || random.nextInt(4) == 0) {
            write(root.resolve(supply.path()), supply.content());
            return;
        }
        Path file = files.get(random.nextInt(files.size()));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> Files.delete(file);
            case 3 -> write(file, supply.edit(Files.readAllBytes(file)));
            case 4 -> move(file, root.resolve(supply.path()));
            case 5 -> copy(file, root.resolve(supply.path()));
            case 6 -> move(file, hidden(file));
            case 7 -> upload(file, nameOf(file));
            default -> atTheServer();
        }
    }

    private Path hidden(Path file) {
        String folder = OUT_OF_SIGHT.get(random.nextInt(OUT_OF_SIGHT.size()));
        return root.resolve(folder + ".trashed-1767225600-" + nameOf(file));
    }

    private void atTheServer() throws IOException {
        if (random.nextBoolean()) {
            Path elsewhere = Files.createTempFile(folderOf(root), "elsewhere", ".tmp");
            write(elsewhere, supply.content());
            upload(elsewhere, nameOf(Path.of(supply.path())));
            Files.delete(elsewhere);
            return;
        }
        List<RemoteAsset> assets = assets();
        if (!assets.isEmpty()) {
            RemoteAsset asset = assets.get(random.nextInt(assets.size()));
            if (asset.state().trashed()) {
                photos.trash().restore(List.of(asset.id()));
            } else {
                photos.trash().put(List.of(asset.id()));
                trashedByRuns.remove(asset.id());
            }
        }
    }

    private void upload(Path file, String name) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        photos.originals()
                .upload(new RemoteUpload(
                        RemoteUpload.Content.of(file), name, modified, modified, RemoteUpload.Wish.PLAIN));
    }

    /** Compares and carries over, in good conditions and in bad ones. */
    public void reconcile(String when) throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> scanUnmounted(when);
            case 1 -> scanPartly(when);
            case 2 -> restoreOne();
            case 3 -> {
                reconciler.scan(true);
                reconciler.upload();
            }
            default -> reconciler.scan(random.nextBoolean());
        }
        apply(when);
    }

    private void apply(String when) throws IOException {
        List<RemoteAsset> before = assets();
        before.forEach(asset -> everThere.add(asset.id()));
        Set<AssetId> trashedBefore = trashed(before);
        Reconciler.Run run;
        try {
            run = reconciler.apply();
        } catch (HeirloomException e) {
            require(e.toString().matches(".*(could not look at everything|No scan has seen all).*"), when, e);
            return;
        }
        List<RemoteAsset> after = assets();
        Set<AssetId> fresh = trashed(after);
        fresh.removeAll(trashedBefore);
        require(run.trashed() == fresh.size(), when, "the run says " + run.trashed() + ", the server " + fresh.size());
        Set<Checksum> onDevice = contents();
        for (RemoteAsset asset : after) {
            require(
                    !fresh.contains(asset.id())
                            || !onDevice.contains(asset.original().checksum()),
                    when,
                    asset.original().fileName() + " was trashed, and is on the device");
            everThere.remove(asset.id());
        }
        require(everThere.isEmpty(), when, "lost: " + everThere);
        if (run.trashed() > 0) {
            runs.add(run);
            trashedByRuns.addAll(fresh);
        }
    }

    private void scanUnmounted(String when) throws IOException {
        Path away = Files.move(root, root.resolveSibling("away"));
        Files.createDirectory(root);
        try {
            reconciler.scan(true);
            throw new AssertionError(when + ": an empty mount point is no device");
        } catch (HeirloomException e) {
            require(e.toString().contains("mounted?"), when, e);
        } finally {
            Files.delete(root);
            Files.move(away, root);
        }
    }

    private void scanPartly(String when) throws IOException {
        Path broken = Files.createSymbolicLink(root.resolve("broken.jpg"), root.resolve("nowhere"));
        require(reconciler.scan(true) == 0, when, "what could not be looked at counted as gone");
        Files.delete(broken);
    }

    private void restoreOne() {
        if (!runs.isEmpty()) {
            reconciler.restore(runs.get(random.nextInt(runs.size())).id());
        }
        reconciler.scan(true);
    }

    /** The end: everything comes back, and nothing goes again. */
    public void restoreAll(String when) throws IOException {
        reconciler.scan(false);
        apply(when);
        require(!runs.isEmpty(), when, "nothing was ever deleted");
        runs.forEach(run -> reconciler.restore(run.id()));
        Set<AssetId> left = trashed(assets());
        left.retainAll(trashedByRuns);
        require(left.isEmpty(), when, "still in the trash: " + left);
        reconciler.scan(false);
        require(reconciler.apply().trashed() == 0, when, "what came back went again");
    }

    private static void require(boolean holds, String when, Object otherwise) {
        if (!holds) {
            throw new AssertionError(when + ": " + otherwise);
        }
    }

    private List<RemoteAsset> assets() {
        List<RemoteAsset> assets = new ArrayList<>();
        photos.assets().forEach(RemoteFilter.ALL.withTrashed().withoutExif(), assets::add);
        return assets;
    }

    private static Set<AssetId> trashed(List<RemoteAsset> assets) {
        Set<AssetId> trashed = new HashSet<>();
        assets.stream().filter(asset -> asset.state().trashed()).forEach(asset -> trashed.add(asset.id()));
        return trashed;
    }

    private Set<Checksum> contents() throws IOException {
        Set<Checksum> contents = new HashSet<>();
        for (Path file : files(file -> true)) {
            contents.add(checksumOf(file));
        }
        return contents;
    }

    private List<Path> files(Predicate<Path> filter) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).filter(filter).sorted().toList();
        }
    }

    /** Of a file's bytes. */
    public static Checksum checksumOf(Path file) throws IOException {
        try {
            return Checksum.of(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(folderOf(file));
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(supply.modified()));
    }

    private static void move(Path from, Path to) throws IOException {
        if (!from.equals(to)) {
            Files.createDirectories(folderOf(to));
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!from.equals(to)) {
            Files.createDirectories(folderOf(to));
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
