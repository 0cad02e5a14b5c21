package app.heirloom.tools.identities.people;

import org.jspecify.annotations.Nullable;

/**
 * How a set fared.
 *
 * @param name of the person on the server; empty for nobody's
 * @param contradiction why nothing was done; null otherwise
 */
public record AppliedSet(
        int set, String name, Faces faces, @Nullable String contradiction) {
    /**
     * What became of its faces.
     *
     * @param assigned which became the person's
     * @param already which were the person's
     * @param missing which the server did not find, or whose assets are gone
     */
    public record Faces(int assigned, int already, int missing) {}
}
