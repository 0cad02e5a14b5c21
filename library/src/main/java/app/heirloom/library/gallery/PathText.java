package app.heirloom.library.gallery;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Paths as text that survives being written down. On Linux a name may be any bytes; one that is no text is kept in the
 * form of a URI, in which those bytes are escaped.
 */
public final class PathText {
    private static final String ESCAPED = "file:///";

    private PathText() {}

    /** Of an absolute path. */
    public static String of(Path path) {
        return isText(path) ? path.toString() : escaped(path);
    }

    /** Of an absolute path as it is and escaped: whatever lies below it has a text that begins with one of them. */
    public static List<String> beginnings(Path path) {
        return List.of(of(path), escaped(path));
    }

    /** The path again. */
    public static Path parse(String text) {
        return text.startsWith(ESCAPED) ? Path.of(URI.create(text)) : Path.of(text);
    }

    /** The name of a file alone: its text, or all of its path escaped. */
    public static String ofName(Path path) {
        Path name = path.getFileName();
        return name != null && isText(name) ? name.toString() : escaped(path);
    }

    /** The file of that name in the folder. */
    public static Path resolve(Path folder, String name) {
        return name.startsWith(ESCAPED) ? parse(name) : folder.resolve(name);
    }

    /** Whether it is a folder or not: a URI says that by a slash at its end, as long as the folder is there. */
    private static String escaped(Path path) {
        String uri = path.toUri().toString();
        return uri.endsWith("/") && uri.length() > ESCAPED.length() ? uri.substring(0, uri.length() - 1) : uri;
    }

    /** Whether the path's text leads to it, so that programs can be told it. */
    public static boolean isText(Path path) {
        try {
            return path.equals(path.getFileSystem().getPath(path.toString()));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
