/** A page on this machine on which an analysis of duplicates is looked through. */
@NullMarked
package app.heirloom.cli.review;

import org.jspecify.annotations.NullMarked;
