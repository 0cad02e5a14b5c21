package app.heirloom.cli.duplicate;

import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.tools.backup.Gain;
import app.heirloom.tools.resolution.report.GroupOutcome;
import app.heirloom.tools.resolution.report.GroupReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of a group, in words. */
record GroupText(String id, String keeper, String outcome, String detail) {
    static GroupText of(GroupReport report) {
        String id = report.group().id().toString();
        String keeper = report.group().keeper().file().name();
        return switch (report.outcome()) {
            case GroupOutcome.Done done -> new GroupText(id, keeper, "done", done.files() + " files backed up");
            case GroupOutcome.Already ignored -> new GroupText(id, keeper, "already", "done by an earlier run");
            case GroupOutcome.Possible possible ->
                new GroupText(id, keeper, "possible", possible.files() + " would go" + gained(possible.gain()));
            case GroupOutcome.Skipped skipped -> new GroupText(id, keeper, "skipped", skipped.reason());
            case GroupOutcome.Failed failed -> new GroupText(id, keeper, "failed", failed.reason());
        };
    }

    private static String gained(Gain gain) {
        List<String> things = new ArrayList<>(MetadataGain.parts(gain.edit()));
        gain.albums().forEach(album -> things.add("the album " + album.name()));
        gain.tags().forEach(tag -> things.add("the tag " + tag.path()));
        gain.people().forEach(seen -> things.add("the person " + seen.person().name()));
        return things.isEmpty() ? "" : ", the keeper would get " + String.join(", ", things);
    }

    String line() {
        return outcome + ": " + keeper + " (group " + id + "): " + detail;
    }

    Map<String, String> fields() {
        return Map.of("group", id, "keeper", keeper, "outcome", outcome, "detail", detail);
    }
}
