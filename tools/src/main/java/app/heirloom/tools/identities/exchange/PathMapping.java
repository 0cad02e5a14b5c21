package app.heirloom.tools.identities.exchange;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a folder of the staging machine is seen from here, as {@code /mnt/x} is {@code X:\}.
 *
 * @param there as the staging machine names it, of whatever system that is
 * @param here the same folder on this machine
 */
public record PathMapping(String there, Path here) {
    /** From {@code THERE=HERE}. */
    public static PathMapping parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw ErrorCode.INVALID.exception("A mapping is two folders, as /mnt/x=X:\\, not " + text);
        }
        return new PathMapping(text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }

    /**
     * The file as it is named here.
     *
     * @throws HeirloomException INVALID when it is not in the folder
     */
    public Path resolve(String file) {
        String prefix = withSlash(slashes(there));
        String path = slashes(file);
        boolean isInside = isWindows()
                ? path.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
                : path.startsWith(prefix);
        if (!isInside) {
            throw outside(file);
        }
        Path resolved = here;
        for (String name : path.substring(prefix.length()).split("/", -1)) {
            if (name.isEmpty() || List.of(".", "..").contains(name) || name.indexOf('\\') >= 0) {
                throw outside(file);
            }
            resolved = resolved.resolve(name);
        }
        if (!resolved.normalize().startsWith(here.normalize())) {
            throw outside(file);
        }
        return resolved;
    }

    private boolean isWindows() {
        return there.matches("[A-Za-z]:.*") || there.startsWith("\\\\");
    }

    private String slashes(String path) {
        return isWindows() ? path.replace('\\', '/') : path;
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private HeirloomException outside(String file) {
        return ErrorCode.INVALID.exception("The staging machine has a picture at " + file + ", which is not in " + there
                + ": say with --map which of its folders is which of yours");
    }
}
