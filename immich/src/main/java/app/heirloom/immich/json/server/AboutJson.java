package app.heirloom.immich.json.server;

/**
 * What the server is.
 *
 * @param licensed true keeps clients from asking for a purchase
 */
public record AboutJson(String version, String versionUrl, boolean licensed) {}
