package app.heirloom.media.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names what a file looks like that is neither a photo nor a video, so that people know what they sent. */
final class ForeignContent {
    private static final Map<String, String> SIGNATURES = new LinkedHashMap<>();

    static {
        SIGNATURES.put("PK\3\4", "a ZIP archive (or an office document)");
        SIGNATURES.put("%PDF", "a PDF document");
        SIGNATURES.put("\u001f\u008b", "a gzip archive");
        SIGNATURES.put("7z\u00bc\u00af", "a 7-Zip archive");
        SIGNATURES.put("Rar!", "a RAR archive");
        SIGNATURES.put("\u007fELF", "a program");
        SIGNATURES.put("MZ", "a program for Windows");
        SIGNATURES.put("ID3", "a sound file");
        SIGNATURES.put("RIFF", "a sound file");
        SIGNATURES.put("fLaC", "a sound file");
        SIGNATURES.put("SQLite format 3", "a SQLite database");
    }

    private ForeignContent() {}

    static String describe(String head) {
        if (head.isEmpty()) {
            return "an empty file";
        }
        for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
            if (head.startsWith(signature.getKey())) {
                return signature.getValue();
            }
        }
        if (head.chars().allMatch(letter -> letter == 0)) {
            return "a file of zeros (an interrupted copy?)";
        }
        return head.chars().allMatch(ForeignContent::isText) ? text(head) : "data of an unknown kind";
    }

    private static String text(String head) {
        String start = head.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "a web page";
        }
        if (start.startsWith("<?xml") || start.startsWith("<")) {
            return "an XML document";
        }
        return start.startsWith("{") ? "a JSON document" : "plain text";
    }

    private static boolean isText(int letter) {
        return letter >= ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f';
    }
}
