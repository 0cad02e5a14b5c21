/** How the wire writes what all of its records share: dates, names, errors, and the mapper that knows them. */
@NullMarked
package app.heirloom.immich.json;

import org.jspecify.annotations.NullMarked;
