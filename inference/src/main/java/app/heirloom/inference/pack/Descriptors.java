package app.heirloom.inference.pack;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where descriptors come from: Heirloom knows some packs, and a folder with a {@code pack.json} is another. */
final class Descriptors {
    private static final String NAME = "pack.json";
    private static final List<String> BUILT_IN = List.of(
            "faces-yunet-mobilefacenet",
            "faces-yunet-sface",
            "buffalo_l",
            "buffalo_s",
            "ViT-B-32__openai",
            "ViT-B-32-SigLIP2-256__webli",
            "XLM-Roberta-Base-ViT-B-32__laion5b_s13b_b90k",
            "PP-OCRv5_mobile",
            "objects-yolox-nano");

    private Descriptors() {}

    /** All packs by name; one of the folder stands for a built-in one of the same name. */
    static List<Pack> list(Path root) {
        var own = Files.isDirectory(root) ? own(root) : List.<Pack>of();
        Stream<Pack> known = BUILT_IN.stream()
                .map(Descriptors::builtIn)
                .filter(pack -> own.stream().noneMatch(mine -> mine.id().equals(pack.id())));
        return Stream.concat(own.stream(), known)
                .sorted(Comparator.comparing(pack -> pack.id().name()))
                .toList();
    }

    private static List<Pack> own(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.resolve(NAME))
                    .filter(Files::isRegularFile)
                    .map(Descriptors::read)
                    .toList();
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read the folder " + root + ": " + e.getMessage(), e);
        }
    }

    private static Pack read(Path descriptor) {
        Pack pack;
        try {
            pack = new PackReader(descriptor.toString()).read(Files.readAllBytes(descriptor));
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read " + descriptor + ": " + e.getMessage(), e);
        }
        Path folder = Objects.requireNonNull(descriptor.getParent());
        if (!folder.endsWith(pack.id().name())) {
            throw Fields.wrong(descriptor.toString(), "its folder must be named as the pack, " + pack.id());
        }
        return pack;
    }

    private static Pack builtIn(String name) {
        try (InputStream json = Descriptors.class.getResourceAsStream(name + ".json")) {
            return new PackReader(name).read(Objects.requireNonNull(json, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
