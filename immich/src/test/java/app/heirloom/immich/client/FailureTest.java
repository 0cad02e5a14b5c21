package app.heirloom.immich.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.TestWaiting;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.Fault;
import app.heirloom.testkit.remote.standin.StandInServer;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    private final FakePhotoServer photos = new FakePhotoServer();

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT", "HALF_ANSWER", "ERROR", "TOO_MANY", "LOST_ANSWER"})
    void asksAgainForWhatPasses(Fault fault) {
        AssetId id = photos.add("a.jpg", bytes("a")).id();
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().at("GET /api/assets/.*", 1, fault).at("GET /api/assets/.*", 2, fault);
            assertThat(connection.client().assets().find(id)).isPresent();
            assertThat(connection.waiting().pauses()).isNotEmpty();
        }
    }

    @Test
    void givesUpAfterAWhile() {
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().always("GET /api/tags", Fault.CUT).always("GET /api/albums", Fault.ERROR);
            assertCode(
                    ErrorCode.REMOTE_UNREACHABLE,
                    () -> connection.client().tags().list());
            assertCode(
                    ErrorCode.REMOTE_FAILURE, () -> connection.client().albums().list());
            assertThat(connection.server().requests().stream().filter("GET /api/tags"::equals))
                    .hasSizeGreaterThanOrEqualTo(3); // the JDK repeats some by itself
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER", "ERROR", "CUT"})
    void neverMakesTwiceWhatMayBeThere(Fault fault) {
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().at("POST /api/albums", 1, fault);
            assertThatThrownBy(() -> connection.client().albums().create("Rome", ""))
                    .isInstanceOf(HeirloomException.class);
            assertThat(photos.albums().list()).hasSizeLessThan(2);
            assertThat(connection.server().requests().stream().filter("POST /api/albums"::equals))
                    .hasSize(1);
        }
    }

    @Test
    void makesAnewWhatTheServerDidNotLookAt() {
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().at("POST /api/albums", 1, Fault.TOO_MANY);
            connection.client().albums().create("Rome", "");
            assertThat(photos.albums().list()).hasSize(1);
        }
    }

    @Test
    void giveUpASilentServer() {
        AssetId id = photos.add("a.jpg", bytes("a")).id();
        try (var connection = StandInConnection.open(photos, Duration.ofMillis(200))) {
            connection.server().faults().always("GET /api/assets/.*", Fault.STALL);
            HeirloomException failure = assertCode(
                    ErrorCode.REMOTE_UNREACHABLE,
                    () -> connection.client().assets().find(id));
            assertThat(failure).hasMessageContaining("nothing came");
        }
    }

    @Test
    void noticesADownloadThatBreaksOff() throws IOException {
        AssetId id = photos.add("a.jpg", new byte[500_000]).id();
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().always("GET /api/assets/.*/original", Fault.HALF_ANSWER);
            try (var download = connection.client().originals().download(id)) {
                assertThatThrownBy(() -> download.copyTo(OutputStream.nullOutputStream()))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aDownloadOfWrongBytesHasAnotherChecksum() throws IOException {
        AssetId id = photos.add("a.jpg", new byte[500_000]).id();
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().always("GET /api/assets/.*/original", Fault.WRONG_BYTES);
            try (var download = connection.client().originals().download(id)) {
                var received = download.copyTo(new ByteArrayOutputStream());
                assertThat(received.sizeInBytes()).isEqualTo(500_000);
                assertThat(received.checksum()).isNotEqualTo(photos.checksumOf(id));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT", "HALF_ANSWER"})
    void noticesDuplicateGroupsThatBreakOff(Fault fault) {
        photos.group(List.of(
                photos.add("a.jpg", bytes("a")).id(),
                photos.add("b.jpg", bytes("b")).id()));
        try (var connection = StandInConnection.open(photos)) {
            connection.server().faults().always("GET /api/duplicates", fault);
            assertCode(
                    ErrorCode.REMOTE_UNREACHABLE,
                    () -> connection.client().duplicates().forEach(group -> {}));
        }
    }

    @Test
    void saysWhatIsWrongWithTheKey() {
        try (var server = StandInServer.start(photos)) {
            ClientConfig config = ClientConfig.of(server.url(), ApiSecret.of("wrong-key"));
            try (var client = ImmichPhotoServer.connect(config)) {
                HeirloomException failure = assertCode(
                        ErrorCode.UNAUTHENTICATED, () -> client.account().user());
                assertThat(failure).hasMessageContaining("API key").hasMessageNotContaining("wrong-key");
                assertCode(ErrorCode.UNAUTHENTICATED, () -> client.account().permissions());
            }
        }
    }

    @Test
    void namesAllPermissionsThatAreMissingBeforeWorkStarts() {
        photos.allowing(Set.of(Permission.ASSET_READ, Permission.ALBUM_READ));
        try (var connection = StandInConnection.open(photos)) {
            var account = connection.client().account();
            account.require(Set.of(Permission.ASSET_READ));
            HeirloomException failure = assertCode(
                    ErrorCode.FORBIDDEN,
                    () -> account.require(
                            Set.of(Permission.ASSET_READ, Permission.ASSET_DELETE, Permission.ASSET_UPDATE)));
            assertThat(failure).hasMessageContaining("permissions asset.update, asset.delete");
        }
    }

    @Test
    void tellsServersApart() {
        photos.as(new RemoteServer(URI.create("http://x"), RemoteServer.Kind.HEIRLOOM, 3, 2, 2));
        try (var connection = StandInConnection.open(photos)) {
            RemoteServer server = connection.client().account().server();
            assertThat(server.kind()).isEqualTo(RemoteServer.Kind.HEIRLOOM);
            assertThat(server.version()).isEqualTo("3.2.2");
            assertThat(server.address()).hasToString(connection.server().url());
        }
        photos.as(new RemoteServer(URI.create("http://x"), RemoteServer.Kind.IMMICH, 1, 99, 0));
        try (var old = StandInServer.start(photos)) {
            assertThat(refused(old.url(), ErrorCode.REMOTE_FAILURE)).hasMessageContaining("too old");
        }
    }

    @Test
    void saysWhenNobodyIsThere() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + http.getAddress().getPort();
        http.start();
        assertThat(refused(url, ErrorCode.REMOTE_FAILURE)).hasMessageContaining("is it an Immich server");
        http.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        assertThat(refused(url, ErrorCode.REMOTE_FAILURE)).hasMessageContaining("https://elsewhere.example/");
        http.removeContext("/");
        http.createContext("/", exchange -> {
            byte[] page = "<html>Router</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        assertThat(refused(url, ErrorCode.REMOTE_FAILURE)).hasMessageContaining("is it an Immich server");
        http.stop(0);
        assertThat(refused(url, ErrorCode.REMOTE_UNREACHABLE)).hasMessageContaining(url);
    }

    private static HeirloomException refused(String url, ErrorCode code) {
        return assertCode(code, () -> {
            try (var client = ImmichPhotoServer.connect(ClientConfig.of(url, ApiSecret.of("key")), new TestWaiting())) {
                throw new AssertionError("connected to " + client.account().server());
            }
        });
    }

    private static HeirloomException assertCode(ErrorCode code, ThrowingCallable action) {
        HeirloomException failure = catchThrowableOfType(HeirloomException.class, action);
        assertThat(failure).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        return failure;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
