package app.heirloom.tools.duplicates;

import app.heirloom.library.user.UserId;
import java.time.Instant;

/**
 * What an analysis is about.
 *
 * @param server address of the photo server
 * @param user whose duplicates these are; as ids of users are unique, this tells servers apart too
 * @param rules which member of a group is kept
 */
public record AnalysisHeader(Instant generated, String server, UserId user, String rules) {}
