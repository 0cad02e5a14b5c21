package app.heirloom.server.http;

/**
 * Where clients reach the server.
 *
 * @param port 0 takes any that is free
 * @param basePath what every path begins with; empty, or with a slash before it and none behind
 */
public record Listening(String host, int port, String basePath) {
    public static final Listening DEFAULT = new Listening("0.0.0.0", 2283, "");

    public Listening {
        basePath = normalize(basePath);
    }

    private static String normalize(String path) {
        String stripped = path.strip().replaceAll("^/+|/+$", "");
        return stripped.isEmpty() ? "" : "/" + stripped;
    }
}
