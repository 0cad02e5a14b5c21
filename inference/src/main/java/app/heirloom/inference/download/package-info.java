/** Fetching the files of a pack, from the network or from a folder. */
@NullMarked
package app.heirloom.inference.download;

import org.jspecify.annotations.NullMarked;
