package app.heirloom.immich.json.server;

/** Where the API is, for clients that were told only the page's address. */
public record WellKnownJson(ApiJson api) {

    /** The path of the API. */
    public record ApiJson(String endpoint) {}
}
