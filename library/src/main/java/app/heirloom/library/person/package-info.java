/** People and their faces: boxes on assets, gathered under a name. */
@NullMarked
package app.heirloom.library.person;

import org.jspecify.annotations.NullMarked;
