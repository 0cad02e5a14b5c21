/** Identity sets on disk: making them of what a model saw, cutting their faces out, and making one of two. */
@NullMarked
package app.heirloom.tools.identities.sets;

import org.jspecify.annotations.NullMarked;
