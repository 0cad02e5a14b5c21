package app.heirloom.server;

import static java.lang.System.Logger.Level.INFO;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.ImmichApi;
import app.heirloom.immich.server.socket.SocketServer;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobRunner;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import app.heirloom.server.http.HttpEngine;
import app.heirloom.server.http.Page;
import app.heirloom.server.http.SharePage;
import app.heirloom.server.lifecycle.Milestones;
import app.heirloom.server.lifecycle.Resources;
import app.heirloom.server.lifecycle.Shutdown;
import app.heirloom.server.nightly.Nightly;
import app.heirloom.server.nightly.NightlyTask;
import app.heirloom.storage.Belonging;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.files.DataDirectory;
import app.heirloom.storage.files.ExternalFolders;
import app.heirloom.storage.files.FileBlobStore;
import app.heirloom.storage.sql.SqlStorage;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Puts the modules together and starts them. */
public final class ServerMain {
    private static final System.Logger LOG = System.getLogger(ServerMain.class.getName());

    private final ServerConfig config;
    private final InstantSource clock = InstantSource.system();
    private final Events events = new Events();

    private ServerMain(ServerConfig config) {
        this.config = config;
    }

    /**
     * Starts a server; when this returns it answers requests.
     *
     * @throws app.heirloom.library.error.HeirloomException DATA_DIRECTORY, DATABASE, ADDRESS_IN_USE, MISSING_PROGRAM;
     *     nothing is left open then
     */
    public static RunningServer start(ServerConfig config) {
        var resources = new Resources();
        try {
            return new ServerMain(config).start(resources);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    private RunningServer start(Resources resources) {
        long begin = System.nanoTime();
        DataDirectory directory = resources.add(DataDirectory.open(config.data()));
        SqlStorage storage = resources.add(SqlStorage.open(database(directory), clock));
        FileBlobStore blobs = resources.add(FileBlobStore.open(directory.path()));
        var belonging = new Belonging(directory.mark(), storage.instance(), storage.transactions());
        belonging.check(config.acceptDatabase());
        blobs.sweep(key -> storage.transactions()
                .read(() ->
                        storage.assets().isReferenced(key) || storage.users().isImage(key.path())));
        resources.add(Milestones.start(belonging));
        ServerConfig.Decoding decoding = config.decoding();
        Media media = resources.add(Media.open(MediaConfig.of(decoding.programs(), decoding.previews())));
        var work = new Work(new JobQueues(storage.jobs(), storage.transactions(), events), events, clock);
        var external = ExternalAssembly.of(storage, new ExternalFolders(directory.path()), work);
        resources.add(external.scan());
        RecognitionModels models = resources.add(
                RecognitionModels.open(config.recognition(), directory.path().resolve("indexes")));
        var recognition = resources.add(new RecognitionAssembly(storage, blobs, media, models, work));
        var pipeline = new Pipeline(storage, blobs, media, external, recognition, work);
        var jobs = new JobRunner(storage.jobs(), storage.transactions(), events, pipeline.table(), clock);
        resources.add(new Shutdown(jobs, media));
        var assembly = new Assembly(storage, blobs, media, external, recognition, work);
        Library library = assembly.library();
        var sockets = resources.add(new SocketServer());
        HttpEngine http = resources.add(HttpEngine.start(config.listening(), routes -> {
            ImmichApi.register(routes, library, sockets, clock.instant());
            new SharePage(library.organising().sharing()).register(routes);
            Page.register(routes);
        }));
        jobs.start();
        recognition.catchUp();
        resources.add(nightly(storage, assembly.nightlyTasks()).start());
        var server = new RunningServer(config, http.port(), resources);
        LOG.log(
                INFO,
                "Heirloom serves {0} with the library in {1}, started in {2} ms",
                server.url(),
                directory.path(),
                Long.toString((System.nanoTime() - begin) / 1_000_000));
        return server;
    }

    private Nightly nightly(SqlStorage storage, List<NightlyTask> tasks) {
        return new Nightly(tasks, storage.serverDocuments(), storage.transactions(), clock, ZoneId.systemDefault());
    }

    private DatabaseConfig database(DataDirectory directory) {
        return config.database()
                .map(DatabaseConfig::of)
                .orElseGet(() -> DatabaseConfig.sqlite(directory.databaseFile()));
    }
}
