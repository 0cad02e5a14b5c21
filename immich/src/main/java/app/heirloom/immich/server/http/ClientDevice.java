package app.heirloom.immich.server.http;

import app.heirloom.library.user.Device;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request tells of the device it comes from. */
public final class ClientDevice {
    private static final Pattern APP =
            Pattern.compile("immich[-_](?:android|ios|unknown)[/_](\\d+(?:\\.\\d+)*)", Pattern.CASE_INSENSITIVE);
    /** In this order, since most browsers also claim to be others. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iOS"),
            Map.entry("iPad", "iOS"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    private ClientDevice() {}

    public static Device of(Context http) {
        String agent = Objects.requireNonNullElse(http.userAgent(), "");
        Matcher app = APP.matcher(agent);
        return new Device(
                find(BROWSERS, agent)
                        .or(() -> Optional.ofNullable(http.header("deviceModel")))
                        .orElse(""),
                find(SYSTEMS, agent)
                        .or(() -> Optional.ofNullable(http.header("deviceType")))
                        .orElse(""),
                app.find() ? app.group(1) : "");
    }

    private static Optional<String> find(List<Map.Entry<String, String>> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
