/** The dated view of a library: time buckets and their assets. */
@NullMarked
package app.heirloom.library.timeline;

import org.jspecify.annotations.NullMarked;
