/** Assets in the order of time and by place: the timeline, the map, downloads. */
@NullMarked
package app.heirloom.storage.sql.timeline;

import org.jspecify.annotations.NullMarked;
