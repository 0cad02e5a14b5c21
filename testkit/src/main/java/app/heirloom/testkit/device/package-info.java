/** Devices to which anything happens, beside any photo server and whatever compares the two. */
@NullMarked
package app.heirloom.testkit.device;

import org.jspecify.annotations.NullMarked;
