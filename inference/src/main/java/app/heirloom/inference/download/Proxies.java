package app.heirloom.inference.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Proxies as command lines name them: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in small letters too.
 * Without them those of the JDK's system properties, such as {@code https.proxyHost}.
 */
final class Proxies extends ProxySelector {
    private static final int DEFAULT_PORT = 80;

    private final Map<String, String> environment;

    Proxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        Optional<URI> proxy = variable(address.getScheme() + "_proxy")
                .map(text -> URI.create(text.contains("://") ? text : "http://" + text))
                .filter(found -> found.getHost() != null);
        if (proxy.isEmpty()) {
            return ProxySelector.getDefault().select(address);
        }
        if (excepted(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        int port = proxy.get().getPort() < 0 ? DEFAULT_PORT : proxy.get().getPort();
        return List.of(new Proxy(
                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.get().getHost(), port)));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    private boolean excepted(String host) {
        return Arrays.stream(variable("no_proxy").orElse("").split(","))
                .map(String::strip)
                .filter(domain -> !domain.isEmpty())
                .anyMatch(domain -> domain.equals("*")
                        || host.equals(domain)
                        || host.endsWith(domain.startsWith(".") ? domain : "." + domain));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // the request fails with the same exception
    }
}
