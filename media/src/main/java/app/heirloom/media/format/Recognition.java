package app.heirloom.media.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises formats by their first bytes, whatever the file is called. */
public final class Recognition {
    private static final int HEAD = 1024;
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "miaf", "avif", "avis");
    private static final Set<String> MOVIE_BOXES = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private Recognition() {}

    /**
     * The format of the content.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it is no picture and no video; the
     *     message says what it looks like
     */
    public static Format of(Content content) throws IOException {
        var head = new String(content.bytes(0, HEAD), ISO_8859_1);
        Format format = still(head);
        if (format == null) {
            format = boxed(content, head);
        }
        if (format == null) {
            format = video(head);
        }
        if (format == null) {
            throw ErrorCode.UNREADABLE_MEDIA.exception(
                    "This is " + ForeignContent.describe(head) + ", not a photo or a video.");
        }
        return format;
    }

    private static @Nullable Format still(String head) {
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Format.JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Format.PNG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Format.GIF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Format.WEBP;
        }
        if (isTiff(head)) {
            return Format.TIFF;
        }
        if (head.startsWith("FUJIFILMCCD-RAW")) {
            return Format.RAF;
        }
        if (head.startsWith("\u00ff\n") || head.startsWith("\0\0\0\fJXL \r\n\u0087\n")) {
            return Format.JPEG_XL;
        }
        if (head.startsWith("BM") && head.length() > 26 && head.startsWith("\0\0\0\0", 6)) {
            return Format.BMP;
        }
        boolean other = head.startsWith("8BPS\0\1") || head.startsWith("\0\0\0\fjP  \r\n\u0087\n");
        return other ? Format.OTHER_STILL : null;
    }

    private static boolean isTiff(String head) {
        return head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("IIRO")
                || head.startsWith("IIRS")
                || head.startsWith("MMOR")
                || head.startsWith("IIU\0");
    }

    private static @Nullable Format boxed(Content content, String head) throws IOException {
        if (head.length() < 12) {
            return null;
        }
        String type = head.substring(4, 8);
        if (type.equals("ftyp")) {
            return branded(head, content.read(0, 4).getInt(0));
        }
        return MOVIE_BOXES.contains(type) ? Format.MOVIE : null;
    }

    private static Format branded(String head, int size) {
        String major = head.substring(8, 12);
        if (major.equals("crx ")) {
            return Format.CR3;
        }
        boolean still = HEIF_BRANDS.contains(major);
        if (major.equals("msf1") || major.equals("avis") || major.equals("hevc")) {
            int end = Math.min(size, head.length());
            still = end < 16
                    || head.substring(16, end).contains("mif1")
                    || head.substring(16, end).contains("avif");
        }
        return still ? Format.HEIF : Format.MOVIE;
    }

    private static @Nullable Format video(String head) {
        boolean known = head.startsWith("\u001aE\u00df\u00a3")
                || (head.startsWith("RIFF") && head.startsWith("AVI ", 8))
                || head.startsWith("\0\0\1\u00ba")
                || head.startsWith("\0\0\1\u00b3")
                || head.startsWith("FLV\1")
                || head.startsWith("0&\u00b2u\u008ef\u00cf\u0011")
                || head.startsWith("OggS")
                || head.startsWith("\6\u000e+4\2\5\1\1")
                || isTransportStream(head);
        return known ? Format.OTHER_VIDEO : null;
    }

    /** Packets of 188 bytes, in AVCHD behind a time stamp of four, each begun by a G. */
    private static boolean isTransportStream(String head) {
        return head.length() > 580
                && ((head.charAt(0) == 'G' && head.charAt(188) == 'G' && head.charAt(376) == 'G')
                        || (head.charAt(4) == 'G' && head.charAt(196) == 'G' && head.charAt(388) == 'G'));
    }
}
