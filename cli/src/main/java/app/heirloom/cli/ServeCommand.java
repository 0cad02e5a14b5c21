package app.heirloom.cli;

import app.heirloom.cli.distribution.Distribution;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.server.Logging;
import app.heirloom.server.RunningServer;
import app.heirloom.server.ServerConfig;
import app.heirloom.server.ServerConfig.Decoding;
import app.heirloom.server.ServerMain;
import app.heirloom.server.http.Listening;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a library until it is told to stop. */
@Command(
        name = "serve",
        description = "Serve a library over HTTP, until interrupted.",
        footerHeading = "%nWhere options come from:%n",
        footer = {
            "Each option may also be an environment variable (--base-path as",
            "HEIRLOOM_BASE_PATH) or a line of the configuration file",
            "(base-path=/photos). An option wins over a variable, a variable over the file."
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "heirloom-data",
            description = {"Directory of the library; created when it is missing.", "Default: ${DEFAULT-VALUE}"})
    private Path data = ServerConfig.DEFAULT_DATA;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = {"Address to listen on: 127.0.0.1 for this machine alone.", "Default: ${DEFAULT-VALUE}"})
    private String host = Listening.DEFAULT.host();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "2283",
            converter = PortConverter.class,
            description = {"Port to listen on; 0 takes any that is free.", "Default: ${DEFAULT-VALUE}"})
    private int port = Listening.DEFAULT.port();

    @Option(
            names = "--base-path",
            paramLabel = "PATH",
            defaultValue = "",
            description = {"What all paths begin with, as /photos behind a proxy that serves other things too."})
    private String basePath = Listening.DEFAULT.basePath();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "Database instead of the SQLite file in the data directory, as postgresql://HOST/NAME?user=USER&password=SECRET."
            })
    private @Nullable String database;

    @Mixin
    private RecognitionOptions recognition = new RecognitionOptions();

    @Option(
            names = "--preview-size",
            paramLabel = "PIXELS",
            defaultValue = "1440",
            description = {"Longer side of previews.", "Default: ${DEFAULT-VALUE}"})
    private int previewSize = PreviewSettings.DEFAULT.previewSize();

    @Option(
            names = "--thumbnail-size",
            paramLabel = "PIXELS",
            defaultValue = "250",
            description = {"Shorter side of thumbnails.", "Default: ${DEFAULT-VALUE}"})
    private int thumbnailSize = PreviewSettings.DEFAULT.thumbnailSize();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "File with further options, one NAME=VALUE a line.",
                "Default: heirloom.conf in the data directory, which is written there at the first start."
            })
    private @Nullable Path config;

    @Option(
            names = "--accept-database",
            description = {"Start although database and originals do not belong together."})
    private boolean acceptDatabase;

    @Option(names = "--media-programs", paramLabel = "DIR", hidden = true)
    private @Nullable Path mediaPrograms;

    @Override
    public Integer call() throws InterruptedException {
        Logging.configure();
        var stopped = new CountDownLatch(1);
        RunningServer server = ServerMain.start(serverConfig());
        if (config == null) {
            ConfigFile.writeTemplate(data);
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        stopped.await();
        return ExitCode.DONE;
    }

    private ServerConfig serverConfig() {
        return new ServerConfig(
                new Listening(host, port, basePath),
                data,
                Optional.ofNullable(database),
                new Decoding(
                        mediaPrograms == null ? Distribution.mediaPrograms() : mediaPrograms,
                        PreviewSettings.DEFAULT.withSizes(previewSize, thumbnailSize)),
                recognition.chosen(data),
                acceptDatabase);
    }
}
