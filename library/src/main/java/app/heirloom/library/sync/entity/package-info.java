/** What clients are sent, one record for each kind. */
@NullMarked
package app.heirloom.library.sync.entity;

import org.jspecify.annotations.NullMarked;
