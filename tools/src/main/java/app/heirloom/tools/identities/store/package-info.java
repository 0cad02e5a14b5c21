/** What the stages of identities leave to each other: a folder for each user, with pictures, a ledger of them, a cache. */
@NullMarked
package app.heirloom.tools.identities.store;

import org.jspecify.annotations.NullMarked;
