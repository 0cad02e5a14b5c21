/** Stills and their motion videos: pairs and embedded clips, linked as one live photo. */
@NullMarked
package app.heirloom.library.livephoto;

import org.jspecify.annotations.NullMarked;
