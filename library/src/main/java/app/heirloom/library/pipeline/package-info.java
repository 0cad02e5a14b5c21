/** The table that says which stage follows which. */
@NullMarked
package app.heirloom.library.pipeline;

import org.jspecify.annotations.NullMarked;
