/** The boundary inside which repositories read a snapshot or write all or nothing. */
@NullMarked
package app.heirloom.library.transaction;

import org.jspecify.annotations.NullMarked;
