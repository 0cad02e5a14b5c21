package app.heirloom.tools.backup;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.duplicate.RemoteStack;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** A line of a journal. Those that end in -ing are written before anything is done, the others once it is verified. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = Step.Tied.class, name = "tied"),
    @JsonSubTypes.Type(value = Step.Saved.class, name = "saved"),
    @JsonSubTypes.Type(value = Step.Consolidating.class, name = "consolidating"),
    @JsonSubTypes.Type(value = Step.Consolidated.class, name = "consolidated"),
    @JsonSubTypes.Type(value = Step.Removing.class, name = "removing"),
    @JsonSubTypes.Type(value = Step.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = Step.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = Step.Returning.class, name = "returning"),
    @JsonSubTypes.Type(value = Step.Returned.class, name = "returned"),
    @JsonSubTypes.Type(value = Step.Restored.class, name = "restored")
})
public sealed interface Step {
    /** What there was before anything was done; a journal begins with it, and so does every later attempt. */
    record Planned(Instant time, SavedAsset keeper, List<SavedAsset> losers, List<SavedAsset> videos) implements Step {
        public Planned {
            losers = List.copyOf(losers);
            videos = List.copyOf(videos);
        }
    }

    /** Stacks and shared links that losers are in, and that forget those who are gone for good. */
    record Tied(List<RemoteStack> stacks, List<RemoteLink> links) implements Step {
        public static final Tied NONE = new Tied(List.of(), List.of());

        public Tied {
            stacks = List.copyOf(stacks);
            links = List.copyOf(links);
        }
    }

    /** The asset's original is on disk, under this name in the group's folder, and is what the server has. */
    record Saved(AssetId asset, String fileName, long sizeInBytes, Checksum checksum) implements Step {}

    record Consolidating(Gain gain) implements Step {}

    /** The keeper was read again and has it all. */
    record Consolidated() implements Step {}

    /**
     * The server is told to remove the losers.
     *
     * @param forGood whether past the trash
     */
    record Removing(boolean forGood) implements Step {}

    /** The losers were looked for, and are gone. */
    record Removed() implements Step {}

    /** Something failed; nothing more is done to the group until the next attempt. */
    record Stopped(String reason) implements Step {}

    /** An asset that was gone for good is there again, under another id, and is to be told what was known of it. */
    record Returning(AssetId asset, AssetId now) implements Step {}

    /** It has all of that. */
    record Returned(AssetId asset, AssetId now) implements Step {}

    /** All is as it was, but for what is said here. */
    record Restored(List<String> exceptions) implements Step {
        public Restored {
            exceptions = List.copyOf(exceptions);
        }
    }
}
