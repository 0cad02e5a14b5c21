package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.ClientConfig.Patience;
import app.heirloom.immich.client.transport.TestWaiting;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.net.URI;
import java.time.Duration;

/** A stand-in and a client that is connected to it; back-off takes no time. */
record StandInConnection(StandInServer server, ImmichPhotoServer client, TestWaiting waiting) implements AutoCloseable {
    static final RemoteServer VERSION_2 = server(2, 7, 5);
    static final RemoteServer VERSION_3_0 = server(3, 0, 3);
    static final RemoteServer VERSION_3_2 = server(3, 2, 2);

    private static RemoteServer server(int major, int minor, int patch) {
        return new RemoteServer(URI.create("http://photos.test"), Kind.IMMICH, major, minor, patch);
    }

    static StandInConnection open(FakePhotoServer photos) {
        return open(photos, Duration.ofSeconds(20));
    }

    static StandInConnection open(FakePhotoServer photos, Duration silence) {
        StandInServer server = StandInServer.start(photos);
        var waiting = new TestWaiting();
        ClientConfig config = ClientConfig.of(server.url(), ApiSecret.of(StandInServer.KEY))
                .withPatience(new Patience(silence, 3, Duration.ofMillis(500)));
        return new StandInConnection(server, ImmichPhotoServer.connect(config, waiting), waiting);
    }

    FakePhotoServer photos() {
        return server.photos();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
