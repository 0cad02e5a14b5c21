/** Commands over folders of photos that are indexed in place. */
@NullMarked
package app.heirloom.cli.gallery;

import org.jspecify.annotations.NullMarked;
