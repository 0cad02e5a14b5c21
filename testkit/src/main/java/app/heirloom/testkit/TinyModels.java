package app.heirloom.testkit;

import app.heirloom.testkit.TinyOnnx.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Model packs of a few kilobytes that really work: {@code pack.json}, networks and what they read, in a folder that can
 * be used as that of downloaded packs.
 */
public final class TinyModels {
    /** The pack that {@link #writeColors} makes. */
    public static final String COLORS = "tiny-colors";

    /** The words that its text tower knows; each is one token, all others mean nothing to it. */
    public static final List<String> COLOR_WORDS =
            List.of("red", "green", "blue", "yellow", "cyan", "magenta", "white", "black");

    /** Side of the square of pixels that its image tower takes. */
    public static final int COLORS_SIDE = 8;

    /** How many numbers its embeddings have: one for each colour, and one that all pictures and texts share. */
    public static final int COLORS_SIZE = COLOR_WORDS.size() + 1;

    /** How many tokens its text tower takes. */
    public static final int COLORS_CONTEXT = 77;

    private static final float SHARED = 0.1f;

    /** How much red, green, blue and nothing in particular each colour takes, so that one corner of RGB yields 1. */
    private static final float[][] MIXTURES = {
        {1, -1, -1, 0},
        {-1, 1, -1, 0},
        {-1, -1, 1, 0},
        {1, 1, -1, -1},
        {-1, 1, 1, -1},
        {1, -1, 1, -1},
        {1, 1, 1, -2},
        {-1, -1, -1, 1},
        {0, 0, 0, SHARED}
    };

    /** What byte pair encoding joins, in the order of its importance, until each of the words is one token. */
    private static final List<String> MERGES = List.of("""
            r e,re d</w>,g re,e n</w>,gre en</w>,b l,u e</w>,bl ue</w>,y e,l l,o w</w>,ye ll,yell ow</w>,c y,a n</w>,\
            cy an</w>,m a,ma g,t a</w>,n ta</w>,e nta</w>,mag enta</w>,w h,t e</w>,i te</w>,wh ite</w>,c k</w>,a ck</w>,\
            bl ack</w>""".split(","));

    /** Tokens before the first merge: each byte within a word and at its end. */
    private static final int BYTES = 512;

    private TinyModels() {}

    /** Writes the pack for tests that are not in Java: they start this class from its source. */
    public static void main(String... arguments) {
        writeColors(Path.of(arguments[0]));
    }

    /**
     * Writes a pack for smart search into its folder under this one: its towers tell the eight colours at the corners
     * of RGB apart, in photos (by the share of the area) and in texts (by word).
     *
     * @return the pack's folder
     */
    public static Path writeColors(Path root) {
        try {
            Path folder = Files.createDirectories(root.resolve(COLORS));
            Files.write(folder.resolve("visual.onnx"), colorsOfPictures());
            Files.write(folder.resolve("textual.onnx"), colorsOfTexts());
            Files.write(folder.resolve("vocabulary.txt.gz"), vocabulary());
            Files.writeString(folder.resolve("pack.json"), descriptor());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The image tower: {@code pixels} from 0 to 1, any number of pictures in; {@code embedding} out. */
    public static byte[] colorsOfPictures() {
        float[] weights = new float[COLORS_SIZE * 3];
        float[] shifts = new float[COLORS_SIZE];
        for (int color = 0; color < COLORS_SIZE; color++) {
            System.arraycopy(MIXTURES[color], 0, weights, 3 * color, 3);
            shifts[color] = MIXTURES[color][3];
        }
        return new TinyOnnx()
                .input("pixels", Numbers.FLOAT, -1, 3, COLORS_SIDE, COLORS_SIDE)
                .constant("weights", weights, COLORS_SIZE, 3, 1, 1)
                .constant("shifts", shifts, COLORS_SIZE)
                .node("Conv", "mixed", "pixels", "weights", "shifts")
                .node("Relu", "seen", "mixed")
                .node("GlobalAveragePool", "shares", "seen")
                .node("Flatten", "embedding", "shares")
                .output("embedding", Numbers.FLOAT, -1, COLORS_SIZE)
                .bytes();
    }

    /** The text tower: {@code tokens} of any number of texts in; {@code embedding} out. */
    public static byte[] colorsOfTexts() {
        int tokens = BYTES + MERGES.size() + 2;
        float[] meanings = new float[tokens * COLORS_SIZE];
        for (int color = 0; color < COLOR_WORDS.size(); color++) {
            meanings[tokenOf(COLOR_WORDS.get(color)) * COLORS_SIZE + color] = 1;
        }
        int end = tokens - 1;
        meanings[end * COLORS_SIZE + COLOR_WORDS.size()] = SHARED;
        return new TinyOnnx()
                .input("tokens", Numbers.INT64, -1, COLORS_CONTEXT)
                .constant("meanings", meanings, tokens, COLORS_SIZE)
                .constant("words", 1)
                .node("Gather", "meant", "meanings", "tokens")
                .node("ReduceMax", "said", "meant", "words")
                .node("Flatten", "embedding", "said")
                .output("embedding", Numbers.FLOAT, -1, COLORS_SIZE)
                .bytes();
    }

    /** The vocabulary of the text tower, in the form of CLIP's {@code bpe_simple_vocab_16e6.txt.gz}. */
    public static byte[] vocabulary() {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            String text = "#version: 0.2\n" + String.join("\n", MERGES) + "\n";
            zipped.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int tokenOf(String word) {
        for (int i = 0; i < MERGES.size(); i++) {
            if (MERGES.get(i).replace(" ", "").equals(word + "</w>")) {
                return BYTES + i;
            }
        }
        throw new IllegalStateException("no merge ends in " + word);
    }

    private static String descriptor() {
        return """
                {
                  "name": "%s",
                  "task": "smart-search",
                  "license": "Apache-2.0",
                  "source": "made by the tests",
                  "files": {
                    "visual": {
                      "kind": "clip-image",
                      "file": "visual.onnx",
                      "sha256": "%s",
                      "input": {
                        "width": %d,
                        "height": %d,
                        "layout": "NCHW",
                        "colors": "RGB",
                        "mean": [0, 0, 0],
                        "std": [255, 255, 255],
                        "resize": "crop",
                        "interpolation": "bicubic"
                      },
                      "batch": "any",
                      "embedding": %d
                    },
                    "textual": {
                      "kind": "clip-text",
                      "file": "textual.onnx",
                      "sha256": "%s",
                      "batch": "any",
                      "embedding": %d
                    },
                    "tokenizer": {
                      "kind": "bpe",
                      "file": "vocabulary.txt.gz",
                      "sha256": "%s",
                      "settings": { "context": %d, "lowercase": true, "padding": 0 }
                    }
                  }
                }
                """.formatted(
                        COLORS,
                        sha256(colorsOfPictures()),
                        COLORS_SIDE,
                        COLORS_SIDE,
                        COLORS_SIZE,
                        sha256(colorsOfTexts()),
                        COLORS_SIZE,
                        sha256(vocabulary()),
                        COLORS_CONTEXT);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
