/** The way in: a staged upload becomes an asset, once, or is told to be a duplicate. */
@NullMarked
package app.heirloom.library.ingest;

import org.jspecify.annotations.NullMarked;
