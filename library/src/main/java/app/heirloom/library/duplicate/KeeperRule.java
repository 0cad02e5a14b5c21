package app.heirloom.library.duplicate;

import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.duplicate.merge.MetadataScore;
import app.heirloom.library.error.ErrorCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One reason to rather keep one duplicate than another.
 *
 * @param text how people write it: {@code pixels}, {@code path=/photos/scans}
 * @param better orders candidates so that the one to keep comes first
 * @param reason why the first was kept, to be read after "kept because"
 */
public record KeeperRule(String text, Comparator<KeeperCandidate> better, Function<KeeperCandidate, String> reason) {
    static final KeeperRule PIXELS = largest(
            "pixels",
            Comparator.comparingLong(KeeperCandidate::pixels),
            candidate -> "it has the most pixels (" + candidate.file().dimensions() + ")");
    static final KeeperRule BYTES = largest(
            "bytes",
            Comparator.comparingLong(KeeperCandidate::sizeInBytes),
            candidate -> "its file is the largest (" + candidate.sizeInBytes() + " bytes)");

    private static final String NAMES =
            "pixels, bytes, favorite, oldest, newest, richest, upload, path=PREFIX, library=ID, format=EXT>EXT, album=NAME";

    /** Fails as INVALID for what is no rule. */
    static KeeperRule parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? plain(text.strip())
                : valued(
                        text,
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
    }

    private static KeeperRule plain(String name) {
        return switch (name) {
            case "pixels" -> PIXELS;
            case "bytes" -> BYTES;
            case "favorite" -> preferring(name, KeeperCandidate::favorite, "it is a favourite");
            case "oldest" ->
                new KeeperRule(
                        name,
                        Comparator.comparing(KeeperCandidate::captured),
                        candidate -> "it was taken first (" + candidate.captured() + ")");
            case "newest" ->
                largest(
                        name,
                        Comparator.comparing(KeeperCandidate::captured),
                        candidate -> "it was taken last (" + candidate.captured() + ")");
            case "richest" ->
                largest(
                        name,
                        Comparator.comparingInt(
                                candidate -> MetadataScore.of(candidate.exif()).total()),
                        candidate -> "its metadata say the most (score "
                                + MetadataScore.of(candidate.exif()).total() + ")");
            case "upload" ->
                preferring(name, candidate -> candidate.file().library() == null, "it is in no external library");
            default -> throw unknown(name);
        };
    }

    private static KeeperRule valued(String text, String name, String value) {
        if (value.isEmpty()) {
            throw unknown(text);
        }
        return switch (name) {
            case "path" ->
                preferring(
                        text, candidate -> candidate.file().path().startsWith(value), "its path begins with " + value);
            case "album" ->
                preferring(text, candidate -> candidate.albums().contains(value), "it is in the album " + value);
            case "library" -> {
                LibraryId library = library(value);
                yield preferring(
                        text,
                        candidate -> library.equals(candidate.file().library()),
                        "it is in the external library " + value);
            }
            case "format" -> formats(text, value);
            default -> throw unknown(text);
        };
    }

    private static LibraryId library(String value) {
        try {
            return LibraryId.parse(value);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("'" + value + "' is not the id of an external library", e);
        }
    }

    /** From the best to the worst; all others are worse still. */
    private static KeeperRule formats(String text, String value) {
        List<String> extensions = Arrays.stream(value.split(">", -1))
                .map(extension ->
                        "." + extension.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                .toList();
        return new KeeperRule(
                text,
                Comparator.comparingInt(candidate -> {
                    int rank = extensions.indexOf(
                            MediaFormat.extensionOf(candidate.file().name()));
                    return rank < 0 ? extensions.size() : rank;
                }),
                candidate -> "its format is preferred ("
                        + MediaFormat.extensionOf(candidate.file().name()) + ")");
    }

    private static KeeperRule preferring(String text, Function<KeeperCandidate, Boolean> wanted, String reason) {
        return new KeeperRule(text, Comparator.comparing(wanted).reversed(), candidate -> reason);
    }

    private static KeeperRule largest(
            String text, Comparator<KeeperCandidate> size, Function<KeeperCandidate, String> reason) {
        return new KeeperRule(text, size.reversed(), reason);
    }

    private static RuntimeException unknown(String text) {
        return ErrorCode.INVALID.exception("'" + text + "' is not a rule for keepers; there are " + NAMES);
    }
}
