/** What repositories share: how rows become assets, metadata and text, conditions on them, notes of what went. */
@NullMarked
package app.heirloom.storage.sql.row;

import org.jspecify.annotations.NullMarked;
