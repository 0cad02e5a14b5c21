/** What users say of an asset in the place of its file, and how they take it back. */
@NullMarked
package app.heirloom.library.metadata.edit;

import org.jspecify.annotations.NullMarked;
