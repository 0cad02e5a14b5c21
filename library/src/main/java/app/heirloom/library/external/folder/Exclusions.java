package app.heirloom.library.external.folder;

import app.heirloom.library.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a scan leaves out. Patterns are globs over whole paths, in which {@code **} spans folders, {@code *} and
 * {@code ?} do not, {@code {a,b}} is a choice and {@code [a-z]} a class of characters; upper and lower case are the same.
 * A pattern that matches a folder excludes all below it. What is hidden by a dot is always left out.
 */
public final class Exclusions {
    /** What a library starts with, since no camera makes such files. */
    public static final List<String> DEFAULTS = List.of(
            "**/@eaDir/**", "**/._*", "**/#recycle/**", "**/#snapshot/**", "**/.stversions/**", "**/.stfolder/**");

    /** Derivatives of Immich and of ourselves, which would come back as photos. */
    private static final List<String> BUILT_IN = List.of(
            "**/thumbs/**",
            "**/encoded-video/**",
            "**/????????-????-????-????-????????????{-,_}{preview,thumbnail,fullsize,encoded_video}.*");

    private static final String ANYWHERE = "**/";
    private static final String ALL_BELOW = "/**";

    /** Patterns of one name are asked for the name only: they are the most, and paths are long. */
    private final Pattern folderNames;

    private final Pattern fileNames;
    /** Null for none, as most have. */
    private final @Nullable Pattern paths;

    /** @throws app.heirloom.library.error.HeirloomException INVALID when a pattern is malformed */
    public Exclusions(List<String> patterns) {
        var ofFolders = new ArrayList<String>();
        var ofFiles = new ArrayList<String>();
        var ofPaths = new ArrayList<String>();
        Stream.concat(BUILT_IN.stream(), patterns.stream()).forEach(pattern -> {
            String name = pattern.startsWith(ANYWHERE) ? pattern.substring(ANYWHERE.length()) : pattern;
            boolean isAnywhere = !name.equals(pattern);
            if (isAnywhere && name.endsWith(ALL_BELOW) && isName(name.substring(0, name.length() - 3))) {
                ofFolders.add(Glob.toRegex(name.substring(0, name.length() - 3)));
            } else if (isAnywhere && isName(name)) {
                ofFolders.add(Glob.toRegex(name));
                ofFiles.add(Glob.toRegex(name));
            } else {
                ofPaths.add(Glob.toRegex(pattern));
            }
        });
        folderNames = anyOf(ofFolders);
        fileNames = anyOf(ofFiles);
        paths = ofPaths.isEmpty() ? null : anyOf(ofPaths);
    }

    public boolean excludesFolder(String path, String name) {
        return isHidden(name) || folderNames.matcher(name).matches() || excludesPath(path) || excludesPath(path + "/");
    }

    public boolean excludesFile(String path, String name) {
        return isHidden(name) || fileNames.matcher(name).matches() || excludesPath(path);
    }

    private boolean excludesPath(String path) {
        return paths != null && paths.matcher(path).matches();
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    private static boolean isName(String glob) {
        return !glob.isEmpty() && !glob.contains("/") && !glob.contains("**");
    }

    private static Pattern anyOf(List<String> regexes) {
        String joined = regexes.isEmpty()
                ? "(?!)"
                : regexes.stream().map(regex -> "(?:" + regex + ")").collect(Collectors.joining("|"));
        try {
            return Pattern.compile(joined, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("An exclusion pattern is malformed: " + e.getMessage(), e);
        }
    }
}
