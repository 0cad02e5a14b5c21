/** What happened to assets, told to whoever listens. */
@NullMarked
package app.heirloom.library.asset.event;

import org.jspecify.annotations.NullMarked;
