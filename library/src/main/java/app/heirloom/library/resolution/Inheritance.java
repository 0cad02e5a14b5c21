package app.heirloom.library.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.stack.Stack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first kept asset of a group got from those that went, with what it takes to take it back.
 *
 * @param before what was known of it
 * @param after what is known of it with what the others knew
 * @param taken when it counted as taken before
 * @param gifts what hangs on it since
 */
public record Inheritance(
        AssetId heir, KnownMetadata before, KnownMetadata after, CaptureTime taken, List<Gift> gifts, Stacking stacks) {
    public Inheritance {
        gifts = List.copyOf(gifts);
    }

    /**
     * What became of stacks.
     *
     * @param before the stacks that the members of the group were in; empty when nothing changed
     * @param after the one that the heir is in since
     */
    public record Stacking(List<Stack> before, @Nullable Stack after) {
        static final Stacking UNCHANGED = new Stacking(List.of(), null);

        public Stacking {
            before = List.copyOf(before);
        }
    }
}
