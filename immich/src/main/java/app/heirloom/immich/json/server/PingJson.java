package app.heirloom.immich.json.server;

/** The sign of life. */
public record PingJson(String res) {}
