package app.heirloom.media.program;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what ffmpeg prints into one short line for people: no addresses, no paths, nothing twice. */
final class Complaint {
    private static final Pattern ORIGIN = Pattern.compile("^(\\[[^\\]]* @ 0x[0-9a-f]+\\] ?)+");
    private static final Pattern PATH = Pattern.compile("(?:subfile,[^ ]*:)?/\\S*/");
    private static final Pattern NOISE = Pattern.compile(
            "Last message repeated|Conversion failed|Error sending frames|Task finished with error"
                    + "|decoding EXIF data|Terminating thread|deprecated pixel format|Error while filtering|Nothing was written into"
                    + "|received no packets|does not contain an image sequence pattern|Error opening (input|output) file");
    private static final int MAX_LINES = 2;
    private static final int MAX_LENGTH = 240;

    private Complaint() {}

    static String of(String stderr) {
        Set<String> lines = new LinkedHashSet<>();
        for (String line : stderr.lines().toList()) {
            String text = PATH.matcher(ORIGIN.matcher(line).replaceFirst(""))
                    .replaceAll("")
                    .strip();
            if (!text.isEmpty() && !NOISE.matcher(text).find() && lines.size() < MAX_LINES) {
                lines.add(text);
            }
        }
        String all = String.join("; ", lines);
        return all.length() <= MAX_LENGTH ? all : all.substring(0, MAX_LENGTH) + "...";
    }
}
