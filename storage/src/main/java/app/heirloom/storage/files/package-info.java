/** Originals, sidecars and derivatives in the data directory, durable and each in its place exactly once. */
@NullMarked
package app.heirloom.storage.files;

import org.jspecify.annotations.NullMarked;
