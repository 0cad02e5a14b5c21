package app.heirloom.immich.json.server;

import java.time.Instant;
import java.util.UUID;

/** Since when the server has run which version. */
public record VersionHistoryJson(UUID id, Instant createdAt, String version) {}
