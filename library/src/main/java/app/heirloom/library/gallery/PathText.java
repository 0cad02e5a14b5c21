package app.heirloom.library.gallery;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as text that survives being written down. On Linux a name may be any bytes; one that is no text is kept in the
 * form of a URI, in which those bytes are escaped.
 */
public final class PathText {
    private static final String ESCAPED = "file:///";

    private PathText() {}

    /** Of an absolute path. */
    public static String of(Path path) {
        String text = path.toString();
        return isText(path, text) ? text : path.toUri().toString();
    }

    /** The path again. */
    public static Path parse(String text) {
        return text.startsWith(ESCAPED) ? Path.of(URI.create(text)) : Path.of(text);
    }

    /** The name of a file alone: its text, or all of its path escaped. */
    public static String ofName(Path path) {
        Path name = path.getFileName();
        String text = String.valueOf(name);
        return name != null && isText(name, text) ? text : path.toUri().toString();
    }

    /** The file of that name in the folder. */
    public static Path resolve(Path folder, String name) {
        return name.startsWith(ESCAPED) ? parse(name) : folder.resolve(name);
    }

    private static boolean isText(Path path, String text) {
        try {
            return path.equals(path.getFileSystem().getPath(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
