package app.heirloom.inference.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final URI MODELS = URI.create("https://models.example.org/a");

    @Test
    void takesTheProxyOfTheEnvironment() {
        var proxies =
                new Proxies(Map.of("HTTPS_PROXY", "http://proxy.local:3128", "no_proxy", "here.net, .example.com"));
        assertThat(proxies.select(MODELS))
                .extracting(Proxy::address)
                .containsExactly(InetSocketAddress.createUnresolved("proxy.local", 3128));
        assertThat(proxies.select(URI.create("https://a.example.com/"))).isEqualTo(List.of(Proxy.NO_PROXY));
        assertThat(proxies.select(URI.create("https://here.net/"))).isEqualTo(List.of(Proxy.NO_PROXY));
        assertThat(new Proxies(Map.of("https_proxy", "proxy.local")).select(MODELS))
                .extracting(Proxy::address)
                .containsExactly(InetSocketAddress.createUnresolved("proxy.local", 80));
    }

    @Test
    void withoutOneItAsksTheJdk() {
        assertThat(new Proxies(Map.of()).select(MODELS)).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void requestsGoThroughIt() throws IOException, InterruptedException {
        try (var proxy = new MoodyServer(new byte[] {7});
                HttpClient client = HttpClient.newBuilder()
                        .proxy(new Proxies(Map.of("http_proxy", "localhost:" + proxy.port())))
                        .build()) {
            var request = HttpRequest.newBuilder(URI.create("http://models.invalid/a"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).containsExactly(7);
        }
    }
}
