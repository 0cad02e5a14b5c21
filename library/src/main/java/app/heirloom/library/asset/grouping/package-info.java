/** What an asset is one of: a stack, a duplicate group, a library. */
@NullMarked
package app.heirloom.library.asset.grouping;

import org.jspecify.annotations.NullMarked;
