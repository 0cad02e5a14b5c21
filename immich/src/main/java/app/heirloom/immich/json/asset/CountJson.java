package app.heirloom.immich.json.asset;

/** How many assets a command concerned. */
public record CountJson(int count) {}
