package app.heirloom.immich.json.asset;

import app.heirloom.library.timeline.TimeBucket;

/**
 * One month of a timeline.
 *
 * @param timeBucket its first day, as in {@code 2024-05-01}
 */
public record TimeBucketJson(String timeBucket, long count) {

    public static TimeBucketJson of(TimeBucket bucket) {
        return new TimeBucketJson(bucket.month() + "-01", bucket.count());
    }
}
