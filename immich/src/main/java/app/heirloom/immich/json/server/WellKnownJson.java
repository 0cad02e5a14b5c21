package app.heirloom.immich.json.server;

/**
 * Where the API is, for clients that were told only the page's address.
 *
 * @param server ours: which program this is, for clients of ours
 */
public record WellKnownJson(ApiJson api, String server) {
    public static final String HEIRLOOM = "heirloom";

    /** The path of the API. */
    public record ApiJson(String endpoint) {}
}
