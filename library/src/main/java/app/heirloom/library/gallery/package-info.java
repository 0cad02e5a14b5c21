/** Galleries: folders that are indexed in place without a server, and the contents of their files. */
@NullMarked
package app.heirloom.library.gallery;

import org.jspecify.annotations.NullMarked;
