/** {@code heirloom device}: phones and folders beside a photo server. */
@NullMarked
package app.heirloom.cli.device;

import org.jspecify.annotations.NullMarked;
