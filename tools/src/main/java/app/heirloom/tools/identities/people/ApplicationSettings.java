package app.heirloom.tools.identities.people;

import java.util.Map;

/**
 * How sets are told to a server.
 *
 * @param dryRun only tell what would be done
 * @param merges whether people whom a machine made become part of another one as a whole, if all of their faces that are
 *     known are in one set; their other faces come along, and cannot be parted again
 * @param names by the number of a set what its person is called from now on
 * @param workers how many requests at once
 */
public record ApplicationSettings(boolean dryRun, boolean merges, Map<Integer, String> names, int workers) {
    public ApplicationSettings {
        names = Map.copyOf(names);
    }
}
