/** What a keeper is given of the assets that go. */
@NullMarked
package app.heirloom.library.duplicate.merge;

import org.jspecify.annotations.NullMarked;
