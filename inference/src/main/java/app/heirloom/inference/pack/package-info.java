/** Model packs: what a folder of model files says of itself. */
@NullMarked
package app.heirloom.inference.pack;

import org.jspecify.annotations.NullMarked;
