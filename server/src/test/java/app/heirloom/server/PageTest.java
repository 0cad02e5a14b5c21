package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    @AutoClose
    private final TestServer server;

    PageTest(@TempDir Path data) {
        server = TestServer.start(data, "/photos");
    }

    @Test
    void everyPathShowsThePageBelowItsBase() {
        for (String path : new String[] {"/", "/photos", "/photos/1234", "/index.html", "/a.b/../c"}) {
            Response page = get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(textOf(page)).contains("<base href=\"/photos/\">");
        }
    }

    @Test
    void whatThePageNeedsIsKeptForGood() {
        Matcher script = Pattern.compile("src=\"(assets/[^\"]+\\.js)\"").matcher(textOf(get("/")));
        assertThat(script.find()).isTrue();
        Response file = get("/" + script.group(1));
        assertThat(file.header("Content-Type")).startsWith("text/javascript");
        assertThat(file.header("Cache-Control")).contains("immutable");
        assertThat(get("/manifest.webmanifest").header("Content-Type")).isEqualTo("application/manifest+json");
        assertThat(get("/icon.svg").header("Content-Type")).isEqualTo("image/svg+xml");
    }

    @Test
    void anAssetOfAnotherVersionIsNotFound() {
        assertThat(get("/assets/heirloom-OLD.js").status()).isEqualTo(404);
    }

    @Test
    void styleOfTheUsersOwnIsEmpty() {
        assertThat(get("/custom.css").header("Content-Type")).startsWith("text/css");
    }

    private Response get(String path) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + path)));
    }

    private static String textOf(Response response) {
        return new String(response.raw().body(), StandardCharsets.UTF_8);
    }
}
