package app.heirloom.library.external.folder;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.asset.MediaFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks through folders and hands out their photos and videos in {@link PathOrder}, holding no more than one folder of
 * each level in memory.
 */
public final class FolderWalk {
    private static final System.Logger LOG = System.getLogger(FolderWalk.class.getName());
    private static final Comparator<FolderEntry> ORDER = Comparator.comparing(FolderWalk::key, PathOrder.INSTANCE);

    private final FolderReader reader;
    private final Exclusions exclusions;
    private final Territories territories;
    private final Unjudged unjudged;
    private final Consumer<FoundFile> visitor;

    public FolderWalk(
            FolderReader reader,
            Exclusions exclusions,
            Territories territories,
            Unjudged unjudged,
            Consumer<FoundFile> visitor) {
        this.reader = reader;
        this.exclusions = exclusions;
        this.territories = territories;
        this.unjudged = unjudged;
        this.visitor = visitor;
    }

    public void walk(Path folder) {
        List<FolderEntry> entries;
        try {
            entries = new ArrayList<>(reader.list(folder));
        } catch (IOException e) {
            LOG.log(WARNING, "The folder {0} cannot be read, its photos stay as they are: {1}", folder, e);
            unjudged.add(folder.toString());
            return;
        }
        var sidecars = new SidecarLookup(folder, entries);
        entries.removeIf(entry -> !isWanted(folder, entry));
        entries.sort(ORDER);
        for (FolderEntry entry : entries) {
            Path path = folder.resolve(entry.name());
            switch (entry) {
                case FolderEntry.File(String name, FileStamp stamp) ->
                    visitor.accept(new FoundFile(path, stamp, sidecars.find(name)));
                case FolderEntry.Folder below -> walk(path);
                case FolderEntry.Link(String name, Path target) -> follow(path, target);
                case FolderEntry.Unreadable unreadable -> {}
            }
        }
    }

    private boolean isWanted(Path folder, FolderEntry entry) {
        String name = entry.name();
        String path = folder.resolve(name).toString();
        return switch (entry) {
            case FolderEntry.File file -> MediaFormat.find(name).isPresent() && !exclusions.excludesFile(path, name);
            case FolderEntry.Folder below -> isEntered(path, name);
            case FolderEntry.Link link -> isEntered(path, name);
            case FolderEntry.Unreadable unreadable -> {
                unjudged.add(path);
                yield false;
            }
        };
    }

    private boolean isEntered(String path, String name) {
        return !exclusions.excludesFolder(path, name) && !unjudged.covers(path);
    }

    private void follow(Path link, Path target) {
        if (territories.enter(target)) {
            walk(link);
        } else {
            LOG.log(WARNING, "The link {0} is not followed: {1} is looked at on another way", link, target);
        }
    }

    /** Where an entry's own path, or the paths below it, stand among those of its neighbours. */
    private static String key(FolderEntry entry) {
        return switch (entry) {
            case FolderEntry.File file -> file.name();
            case FolderEntry.Unreadable unreadable -> unreadable.name();
            case FolderEntry.Folder folder -> folder.name() + "/";
            case FolderEntry.Link link -> link.name() + "/";
        };
    }
}
