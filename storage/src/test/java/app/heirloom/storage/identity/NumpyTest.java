package app.heirloom.storage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.testkit.identity.SeenPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What NumPy itself makes of caches, where there is a Python with it. */
class NumpyTest {
    private static final Embedding FACE = Embedding.of(new float[] {0, 3, 4});

    @TempDir
    private Path folder;

    @BeforeEach
    void requireNumpy() throws Exception {
        assumeTrue(canRun("import numpy"), "there is no Python with NumPy here");
    }

    @Test
    void numpyReadsWhatWeWrite() throws Exception {
        Path file = folder.resolve("ours.npz");
        try (FaceCache cache = NpzFaceCache.open(file, new ModelId("faces"))) {
            cache.add(List.of(
                    SeenPictures.picture("a", FACE).alsoAt(List.of("/Zoë.jpg"), List.of()),
                    SeenPictures.picture("none")));
        }
        assertThat(python("""
                import json, numpy, sys
                cache = numpy.load(sys.argv[1], allow_pickle=False)
                meta = json.loads(str(cache["meta"]))
                aliases = json.loads(str(cache["path_aliases"]))
                print(cache["embeddings"].dtype, cache["embeddings"].shape, cache["embeddings"].tolist())
                print(len(meta), meta[0]["bbox"], len(json.loads(str(cache["processed"]))))
                print(aliases["/store/a.jpg"] == ["/Zo\\u00eb.jpg"], str(cache["schema"]), str(cache["model"]))
                """, file)).isEqualToNormalizingNewlines("""
                float32 (1, 3) [[0.0, 0.6000000238418579, 0.800000011920929]]
                1 [100.0, 100.0, 300.0, 320.0] 2
                True v2 faces
                """);
    }

    @Test
    void weReadWhatNumpyWrites() throws Exception {
        Path file = folder.resolve("theirs.npz");
        python("""
                import json, numpy, sys
                face = {"sha256": "ab" * 32, "bbox": [1, 2, 30, 40], "det_score": 0.5,
                        "landmarks": [[5, 5], [9, 5], [7, 7], [5, 9], [9, 9]], "pose": [1, 2, 3],
                        "quality": {"short_side": 29, "sharpness": 1, "frontality": 1, "score": 0.5}}
                numpy.savez_compressed(sys.argv[1], schema="v2", model="faces",
                        embeddings=numpy.array([[3, 4]], dtype="float32"), meta=json.dumps([face]),
                        processed=json.dumps([{"sha256": "ab" * 32, "path": "C:\\\\Zoë.jpg"}], ensure_ascii=False),
                        path_aliases=json.dumps({}))
                """, file);
        try (FaceCache cache = NpzFaceCache.open(file)) {
            cache.forEach(picture -> {
                assertThat(picture.paths()).containsExactly("C:\\Zoë.jpg");
                assertThat(picture.origins()).isEmpty();
                assertThat(picture.faces()).singleElement().satisfies(face -> {
                    assertThat(face.quality().shortSide()).isEqualTo(29);
                    assertThat(face.embedding().values()).containsExactly(0.6f, 0.8f);
                });
            });
            assertThat(cache.countPictures()).isEqualTo(1);
        }
    }

    private static boolean canRun(String program) throws Exception {
        try {
            return new ProcessBuilder("python3", "-c", program).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String python(String program, Path file) throws Exception {
        Process python = new ProcessBuilder("python3", "-X", "utf8", "-c", program, file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        return said;
    }
}
