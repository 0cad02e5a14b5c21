package app.heirloom.library.identity;

import app.heirloom.library.embedding.Embedding;

/**
 * What a set looks like: the mean of the faces that founded it. It stays when faces come, so that no set drifts from one
 * person to another.
 *
 * @param set the number of the set that it was made for, which may have become part of another
 * @param name of the person; empty while nobody named it
 */
public record Anchor(int set, String name, Embedding embedding) {
    Anchor named(String newName) {
        return new Anchor(set, newName, embedding);
    }
}
