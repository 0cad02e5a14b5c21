package app.heirloom.library.asset.grouping;

import org.jspecify.annotations.Nullable;

/**
 * What an asset belongs to.
 *
 * @param library the external library in whose folders its original lies; null for uploads
 * @param stack the stack that it is shown in
 * @param duplicateGroup the assets that were judged the same, until that is resolved
 */
public record Grouping(
        @Nullable LibraryId library,
        @Nullable StackId stack,
        @Nullable DuplicateGroupId duplicateGroup) {
    public static final Grouping NONE = new Grouping(null, null, null);

    public static Grouping of(LibraryId library) {
        return new Grouping(library, null, null);
    }

    public Grouping withoutDuplicateGroup() {
        return new Grouping(library, stack, null);
    }
}
