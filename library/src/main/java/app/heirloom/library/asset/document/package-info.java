/** What programs keep with an asset under keys of their own. */
@NullMarked
package app.heirloom.library.asset.document;

import org.jspecify.annotations.NullMarked;
