package app.heirloom.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page: files of the class path under {@code web/}, and its {@code index.html} for every other path, since the page
 * finds its own way from there.
 */
public final class Page {
    private static final String ROOT = "web/";
    private static final String ASSETS = "assets/";
    private static final Pattern FILE = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.(\\w+)");
    private static final Map<String, String> MIME_TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"));

    private Page() {}

    /** Comes after all other routes: it answers what they leave. */
    public static void register(RoutesConfig routes) {
        for (HandlerType method : new HandlerType[] {HandlerType.GET, HandlerType.HEAD}) {
            routes.addHttpHandler(
                    method,
                    "/custom.css",
                    http -> http.contentType("text/css; charset=utf-8").result(""));
            routes.addHttpHandler(method, "/", Page::answer);
            routes.addHttpHandler(method, "/*", Page::answer);
        }
    }

    private static void answer(Context http) throws IOException {
        String path = http.path().substring(http.contextPath().length()).replaceFirst("^/", "");
        http.header("X-Content-Type-Options", "nosniff");
        var file = FILE.matcher(path);
        String mimeType = file.matches() ? MIME_TYPES.get(file.group(1)) : null;
        if (mimeType != null && !path.equals("index.html")) {
            Optional<byte[]> bytes = read(path);
            if (bytes.isPresent()) {
                http.header(
                                "Cache-Control",
                                path.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache")
                        .contentType(mimeType)
                        .result(bytes.get());
                return;
            }
        }
        if (path.startsWith(ASSETS)) {
            http.status(404).result("Not found");
            return;
        }
        answerIndex(http, "");
    }

    /**
     * Never stored, since it names the assets of this very build.
     *
     * @param head HTML to add to the page's head
     */
    static void answerIndex(Context http, String head) throws IOException {
        Optional<byte[]> index = read("index.html");
        if (index.isEmpty()) {
            http.status(404).result("This server was built without its page");
            return;
        }
        String html = new String(index.get(), StandardCharsets.UTF_8)
                .replace("<base href=\"/\">", "<base href=\"" + http.contextPath() + "/\">")
                .replace("</head>", head + "</head>");
        http.header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result(html);
    }

    private static Optional<byte[]> read(String path) throws IOException {
        try (InputStream resource = Page.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        }
    }
}
