/** Photos that no camera took: seeded noise with EXIF, of any size, for measurements and end-to-end tests. */
@NullMarked
package app.heirloom.benchmarks.photo;

import org.jspecify.annotations.NullMarked;
