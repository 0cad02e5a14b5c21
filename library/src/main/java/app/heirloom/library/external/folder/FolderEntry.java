package app.heirloom.library.external.folder;

import java.nio.file.Path;

/** What lies in a folder, under its name. */
public sealed interface FolderEntry {
    String name();

    /** A file, or a link to one. */
    record File(String name, FileStamp stamp) implements FolderEntry {}

    /** A folder itself, not a link to one. */
    record Folder(String name) implements FolderEntry {}

    /**
     * A link to a folder.
     *
     * @param target the real path of that folder
     */
    record Link(String name, Path target) implements FolderEntry {}

    /** Something that cannot be looked at now: a link into nowhere, a name that is no text, a failing disk. */
    record Unreadable(String name) implements FolderEntry {}
}
