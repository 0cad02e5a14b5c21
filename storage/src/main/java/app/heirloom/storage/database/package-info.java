/** The database itself: connections, transactions, the one writer, migrations, and a thin mapper of rows. */
@NullMarked
package app.heirloom.storage.database;

import org.jspecify.annotations.NullMarked;
