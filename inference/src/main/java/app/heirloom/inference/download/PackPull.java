package app.heirloom.inference.download;

import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.ModelFolder.State;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gets the files of a pack. Each is whole and checked before it takes its name, so whatever happens, what is there is
 * right; what is there is not fetched again.
 */
public final class PackPull {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int BUFFER = 1 << 16;

    private final ModelFolder folder;
    private final Patience patience;
    private final Progress progress;

    public PackPull(ModelFolder folder, Patience patience, Progress progress) {
        this.folder = folder;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Fetches the files from where the descriptor says, or from a mirror that holds them under the pack's own paths.
     *
     * @throws HeirloomException NOT_FOUND when a file cannot be fetched; INVALID when one is not the file meant;
     *     STORAGE_FULL; DATA_DIRECTORY
     */
    public void fromNetwork(Pack pack, Optional<URI> mirror) {
        List<ModelFile> missing = missing(pack);
        List<URI> sources =
                missing.stream().map(file -> source(pack, file, mirror)).toList();
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .proxy(new Proxies(System.getenv()))
                .build()) {
            for (int i = 0; i < missing.size(); i++) {
                ModelFile file = missing.get(i);
                URI source = sources.get(i);
                take(
                        pack,
                        file,
                        draft -> new Download(client, patience, source, draft)
                                .run((bytes, total) ->
                                        progress.advanced(file.content().file(), bytes, total)));
            }
        }
    }

    /**
     * Copies the files out of a folder, where they may have any name.
     *
     * @throws HeirloomException as above; nothing is copied when one of them is not there
     */
    public void fromFolder(Pack pack, Path from) {
        List<Path> found = folder.find(pack, from);
        for (int i = 0; i < found.size(); i++) {
            Path source = found.get(i);
            ModelFile file = pack.files().get(i);
            if (folder.verify(pack, file) != State.READY) {
                take(pack, file, draft -> copy(source, file, draft));
            }
        }
    }

    private List<ModelFile> missing(Pack pack) {
        return pack.files().stream()
                .filter(file -> folder.verify(pack, file) != State.READY)
                .toList();
    }

    private static URI source(Pack pack, ModelFile file, Optional<URI> mirror) {
        String base = mirror.map(URI::toString).orElse("");
        return mirror.isPresent()
                ? URI.create(
                        base + (base.endsWith("/") ? "" : "/") + file.content().file())
                : file.content()
                        .source()
                        .orElseThrow(() -> ErrorCode.NOT_FOUND.exception("The model pack " + pack.id()
                                + " does not say where " + file.content().file() + " can be fetched: look for it at "
                                + pack.terms().source() + ", then heirloom models add " + pack.id() + " --from DIR"));
    }

    /** Fills a draft. */
    private interface Filling {
        void fill(Draft draft);
    }

    private void take(Pack pack, ModelFile file, Filling filling) {
        Path target = folder.fileOf(pack, file);
        try (Draft draft = Draft.open(target)) {
            filling.fill(draft);
            boolean trusted = install(pack, file, draft);
            if (trusted) {
                progress.said("Nobody published a checksum of " + file.content().file()
                        + ": this one is trusted, and from now on no other is");
            }
        }
    }

    private boolean install(Pack pack, ModelFile file, Draft draft) {
        try {
            boolean trusted = folder.install(pack, file, draft.file());
            draft.finish();
            return trusted;
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.INVALID) {
                Draft.remove(folder.fileOf(pack, file));
            }
            throw e;
        }
    }

    private void copy(Path source, ModelFile file, Draft draft) {
        draft.restart(source.toUri(), Optional.empty());
        try (InputStream in = Files.newInputStream(source)) {
            long total = Files.size(source);
            draft.expect(total);
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                draft.append(buffer, length);
                progress.advanced(file.content().file(), draft.size(), total);
            }
            draft.sync();
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read " + source + ": " + e.getMessage(), e);
        }
    }
}
