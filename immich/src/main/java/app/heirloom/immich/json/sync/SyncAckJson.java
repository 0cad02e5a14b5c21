package app.heirloom.immich.json.sync;

/** How far a client has come with one kind of entity. */
public record SyncAckJson(String type, String ack) {}
