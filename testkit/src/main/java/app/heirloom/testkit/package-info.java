/** Tiny photos, builders and fakes for the tests of every module. */
@NullMarked
package app.heirloom.testkit;

import org.jspecify.annotations.NullMarked;
