package app.heirloom.library.asset;

import app.heirloom.library.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The file formats that a library takes in, told by their extension.
 *
 * @param extension with its dot, in lower case
 */
public record MediaFormat(String extension, AssetType type, String mimeType) {
    /** The extension of sidecars, which come with an original and never alone. */
    public static final String SIDECAR_EXTENSION = ".xmp";

    private static final List<String> RAW_EXTENSIONS = List.of(
            "3fr", "ari", "arw", "cap", "cin", "cr2", "cr3", "crw", "dcr", "dng", "erf", "fff", "iiq", "k25", "kdc",
            "mrw", "nef", "nrw", "orf", "ori", "pef", "psd", "raf", "raw", "rw2", "rwl", "sr2", "srf", "srw", "x3f");
    private static final Map<String, MediaFormat> BY_EXTENSION = table();

    /** All formats of the type, by extension. */
    public static List<MediaFormat> list(AssetType type) {
        return BY_EXTENSION.values().stream()
                .filter(format -> format.type() == type)
                .toList();
    }

    public static Optional<MediaFormat> find(String fileName) {
        return Optional.ofNullable(BY_EXTENSION.get(extensionOf(fileName)));
    }

    /** Fails as UNSUPPORTED_MEDIA when the extension is not known. */
    public static MediaFormat get(String fileName) {
        return find(fileName)
                .orElseThrow(() -> ErrorCode.UNSUPPORTED_MEDIA.exception("Unsupported file type " + fileName));
    }

    /** From the last dot on, in lower case; empty when there is none. */
    public static String extensionOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static Map<String, MediaFormat> table() {
        List<MediaFormat> formats = new ArrayList<>();
        for (String raw : RAW_EXTENSIONS) {
            formats.add(image(raw, "image/" + (raw.equals("psd") ? "vnd.adobe.photoshop" : raw)));
        }
        formats.addAll(List.of(
                image("avif", "image/avif"),
                image("bmp", "image/bmp"),
                image("gif", "image/gif"),
                image("heic", "image/heic"),
                image("heif", "image/heif"),
                image("hif", "image/hif"),
                image("insp", "image/jpeg"),
                image("jp2", "image/jp2"),
                image("jpe", "image/jpeg"),
                image("jpeg", "image/jpeg"),
                image("jpg", "image/jpeg"),
                image("jxl", "image/jxl"),
                image("mpo", "image/jpeg"),
                image("png", "image/png"),
                image("tif", "image/tiff"),
                image("tiff", "image/tiff"),
                image("webp", "image/webp")));
        formats.addAll(List.of(
                video("3gp", "video/3gpp"),
                video("3gpp", "video/3gpp"),
                video("avi", "video/x-msvideo"),
                video("flv", "video/x-flv"),
                video("insv", "video/mp4"),
                video("m2t", "video/mp2t"),
                video("m2ts", "video/mp2t"),
                video("m4v", "video/x-m4v"),
                video("mkv", "video/x-matroska"),
                video("mov", "video/quicktime"),
                video("mp4", "video/mp4"),
                video("mpe", "video/mpeg"),
                video("mpeg", "video/mpeg"),
                video("mpg", "video/mpeg"),
                video("mts", "video/mp2t"),
                video("mxf", "application/mxf"),
                video("ts", "video/mp2t"),
                video("vob", "video/mpeg"),
                video("webm", "video/webm"),
                video("wmv", "video/x-ms-wmv")));
        formats.sort(Comparator.comparing(MediaFormat::extension));
        var table = new LinkedHashMap<String, MediaFormat>();
        formats.forEach(format -> table.put(format.extension(), format));
        return Collections.unmodifiableMap(table);
    }

    private static MediaFormat image(String extension, String mimeType) {
        return new MediaFormat("." + extension, AssetType.IMAGE, mimeType);
    }

    private static MediaFormat video(String extension, String mimeType) {
        return new MediaFormat("." + extension, AssetType.VIDEO, mimeType);
    }
}
