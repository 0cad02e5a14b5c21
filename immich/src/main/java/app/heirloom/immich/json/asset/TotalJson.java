package app.heirloom.immich.json.asset;

/** How many assets there are. */
public record TotalJson(long total) {}
