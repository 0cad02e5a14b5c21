package app.heirloom.media.metadata;

import app.heirloom.library.metadata.MotionClip;
import app.heirloom.media.bmff.Box;
import app.heirloom.media.format.Content;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the video inside a still: Samsung's box or trailer, or Google's lengths in XMP. */
final class MotionClips {
    private static final int SEFT = 0x54464553;
    private static final int SEFH = 0x48464553;
    private static final int MOTION_PHOTO = 0x0a30;
    private static final int FTYP = 0x66747970;

    private final Content content;

    MotionClips(Content content) {
        this.content = content;
    }

    /** The clip, if one is announced and a movie really begins there. */
    @Nullable
    MotionClip find(@Nullable XMPMeta xmp, boolean boxed) throws IOException {
        MotionClip clip = boxed ? ofBox() : null;
        if (clip == null && xmp != null) {
            clip = ofXmp(xmp);
        }
        return clip == null ? ofTrailer() : clip;
    }

    private @Nullable MotionClip ofBox() throws IOException {
        Optional<Box> box = Box.first(Box.topLevel(content), "mpvd");
        return box.isEmpty() ? null : movie(box.get().start(), box.get().size());
    }

    private @Nullable MotionClip ofXmp(XMPMeta xmp) throws IOException {
        Map<String, String> lengths = new HashMap<>();
        String clip = null;
        try {
            XMPIterator properties = xmp.iterator();
            while (properties.hasNext()) {
                XMPPropertyInfo property = (XMPPropertyInfo) properties.next();
                String path = property.getPath() == null ? "" : property.getPath();
                String item = path.substring(0, path.lastIndexOf('/') + 1);
                if (path.endsWith(":MicroVideoOffset")) {
                    return atEnd(Long.parseLong(property.getValue()));
                } else if (path.endsWith(":Length")) {
                    lengths.put(item, property.getValue());
                } else if (path.endsWith(":Semantic") && property.getValue().equals("MotionPhoto")) {
                    clip = item;
                }
            }
            return clip == null ? null : atEnd(Long.parseLong(lengths.getOrDefault(clip, "0")));
        } catch (XMPException | NumberFormatException e) {
            return null;
        }
    }

    private @Nullable MotionClip atEnd(long length) throws IOException {
        return length <= 0 || length >= content.size() ? null : movie(content.size() - length, length);
    }

    /** Samsung's directory at the very end: entries of type, distance and length. */
    private @Nullable MotionClip ofTrailer() throws IOException {
        ByteBuffer tail = content.upTo(content.size() - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
        if (tail.remaining() < 8 || tail.getInt(4) != SEFT) {
            return null;
        }
        long start = content.size() - 8 - Integer.toUnsignedLong(tail.getInt(0));
        ByteBuffer directory = content.upTo(start, 1 << 14).order(ByteOrder.LITTLE_ENDIAN);
        if (directory.remaining() < 12 || directory.getInt(0) != SEFH) {
            return null;
        }
        for (int i = 0, at = 12; i < directory.getInt(8) && at + 12 <= directory.remaining(); i++, at += 12) {
            if ((directory.getShort(at + 2) & 0xffff) == MOTION_PHOTO) {
                long entry = start - Integer.toUnsignedLong(directory.getInt(at + 4));
                int name = content.read(entry, 8).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
                return movie(entry + 8 + name, Integer.toUnsignedLong(directory.getInt(at + 8)) - 8 - name);
            }
        }
        return null;
    }

    private @Nullable MotionClip movie(long offset, long size) throws IOException {
        ByteBuffer head = content.upTo(offset, 8);
        boolean begins = head.remaining() == 8 && head.getInt(4) == FTYP && size > 8 && offset + size <= content.size();
        return begins ? new MotionClip(offset, size) : null;
    }
}
