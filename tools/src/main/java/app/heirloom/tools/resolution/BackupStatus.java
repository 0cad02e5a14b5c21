package app.heirloom.tools.resolution;

import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.backup.GroupBackup;
import app.heirloom.tools.backup.GroupRecord;
import app.heirloom.tools.backup.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup tells of itself, without any server. Done, restored and unfinished are all groups that were begun.
 *
 * @param unfinished groups, and why they went no further
 * @param files originals in it
 */
public record BackupStatus(long done, long restored, Map<String, String> unfinished, long files, long bytes) {
    public BackupStatus {
        unfinished = new TreeMap<>(unfinished);
    }

    public static BackupStatus of(BackupFolder backup) {
        var tally = new Object() {
            long done;
            long restored;
            long files;
            long bytes;
        };
        Map<String, String> unfinished = new TreeMap<>();
        backup.forEach((id, group) -> {
            GroupRecord record = group.record();
            if (record.isRestored()) {
                tally.restored++;
            } else if (record.isRemoved()) {
                tally.done++;
            } else {
                unfinished.put(id.toString(), record.reason().orElse("the run was interrupted"));
            }
            List<Step.Saved> saved = latest(group);
            tally.files += saved.size();
            tally.bytes += saved.stream().mapToLong(Step.Saved::sizeInBytes).sum();
        });
        return new BackupStatus(tally.done, tally.restored, unfinished, tally.files, tally.bytes);
    }

    /** An original that had to be fetched again is one. */
    private static List<Step.Saved> latest(GroupBackup group) {
        return group.record().saved().stream()
                .filter(saved -> group.record()
                        .saved(saved.asset())
                        .filter(saved::equals)
                        .isPresent())
                .distinct()
                .toList();
    }
}
