package app.heirloom.cli.model;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Photos of which somebody said who is on them: a CSV file with the columns {@code file} and {@code identity}. */
record LabeledPhotos(List<LabeledPhoto> photos) {
    /** A photo and who is on it. */
    record LabeledPhoto(Path file, String identity) {}

    static LabeledPhotos read(Path folder, Path labels) {
        try {
            List<String> lines = Files.readAllLines(labels, StandardCharsets.UTF_8);
            List<String> header =
                    lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
            int file = header.indexOf("file");
            int identity = header.indexOf("identity");
            if (file < 0 || identity < 0) {
                throw ErrorCode.INVALID.exception(labels + " must begin with a line that names the columns, among them"
                        + " file and identity, separated by commas");
            }
            var photos = new ArrayList<LabeledPhoto>();
            for (int line = 1; line < lines.size(); line++) {
                String[] columns = lines.get(line).split(",", -1);
                if (columns.length <= Math.max(file, identity)) {
                    throw ErrorCode.INVALID.exception(labels + ", line " + (line + 1) + ": a column is missing");
                }
                if (!columns[identity].isBlank()) {
                    photos.add(new LabeledPhoto(folder.resolve(columns[file]), columns[identity]));
                }
            }
            return new LabeledPhotos(photos);
        } catch (NoSuchFileException e) {
            throw ErrorCode.INVALID.exception("There is no file " + labels, e);
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot read " + labels + ": " + e.getMessage(), e);
        }
    }
}
