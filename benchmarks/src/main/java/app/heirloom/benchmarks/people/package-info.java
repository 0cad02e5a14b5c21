/** Faces and vectors: detecting, embedding, neighbours, clusters, identity sets. */
@NullMarked
package app.heirloom.benchmarks.people;

import org.jspecify.annotations.NullMarked;
