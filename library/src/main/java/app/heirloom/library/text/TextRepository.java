package app.heirloom.library.text;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.ModelId;
import java.util.List;

/** The text in contents, as models read it. */
public interface TextRepository {
    /** Takes the place of what any model has read there. */
    void save(ModelId model, Checksum content, List<TextLine> lines);

    /** From top to bottom and left to right. */
    List<TextLine> list(Checksum content);

    /** The next assets with a preview that the model has not read, in the order of their ids. */
    List<AssetId> listUnread(ModelId model, AssetId after, int limit);
}
