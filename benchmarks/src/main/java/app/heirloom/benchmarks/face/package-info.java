/** Embeddings that are made up: people who are hard to tell apart, and pictures and texts. */
@NullMarked
package app.heirloom.benchmarks.face;

import org.jspecify.annotations.NullMarked;
