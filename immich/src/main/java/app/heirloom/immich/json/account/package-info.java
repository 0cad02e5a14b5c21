/** The records of the wire about users, their sessions and their API keys. */
@NullMarked
package app.heirloom.immich.json.account;

import org.jspecify.annotations.NullMarked;
