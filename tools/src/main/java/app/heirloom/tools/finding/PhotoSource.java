package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where duplicates are looked for. */
public interface PhotoSource {
    /** What the analysis is about; fails as FORBIDDEN when the source does not allow as much. */
    AnalysisHeader header(Tier tier, KeeperRules rules);

    /** Lists what may be a duplicate, in the order in which groups shall come. */
    List<ListedAsset> list(Progress progress);

    /**
     * Looks at a picture, perhaps several at once.
     *
     * @param look reads the file, which may be gone afterwards
     * @return empty when there is nothing to look at
     */
    <T> Optional<T> look(ListedAsset asset, Function<Path, T> look);

    /** As it is now; empty when it is no longer to be judged. */
    Optional<Member> find(AssetId id);

    /**
     * An asset and its surroundings.
     *
     * @param albums names of those it is in
     */
    record Member(RemoteAsset asset, List<String> albums) {
        public Member {
            albums = List.copyOf(albums);
        }
    }
}
