package app.heirloom.library.text;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import java.util.List;

/** Reads the text in pictures. Safe for concurrent use. */
public interface TextReader {
    ModelId model();

    /** The lines from top to bottom and left to right; none when there is no text. */
    List<TextLine> read(Picture picture);
}
