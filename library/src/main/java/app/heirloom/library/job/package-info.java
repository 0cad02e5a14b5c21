/** Units of work that survive a crash: durable queues, leases, attempts and the runner that works them off. */
@NullMarked
package app.heirloom.library.job;

import org.jspecify.annotations.NullMarked;
