package app.heirloom.library.asset.usage;

import java.util.List;

/** What the library is full of. */
public interface UsageRepository {
    /** Of every user, deleted ones included, the oldest first. Reads every asset, so ask rarely. */
    List<Usage> list();
}
