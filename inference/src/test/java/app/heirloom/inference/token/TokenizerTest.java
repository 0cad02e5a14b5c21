package app.heirloom.inference.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.inference.token.Tokenizer.Form;
import app.heirloom.inference.token.Tokenizer.Tokens;
import app.heirloom.testkit.TinyModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenizerTest {
    private static final Path CLIP = Path.of(System.getProperty(
                    "heirloom.testdata", System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere")))
            .resolve("models/bpe_simple_vocab_16e6.txt.gz");
    private static final Form CLIP_FORM = new Form(new Cleaning(true, true), 77, 0);
    private static final Form PLAIN = new Form(new Cleaning(false, true), 5, 9);

    /** Of the two ways to cut it, ▁hu + gs is likelier (-4.5) than ▁hug + s (-9), though that begins longer. */
    private static final String UNIGRAM = """
            {"pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true},
             "post_processor": {"type": "TemplateProcessing",
               "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}],
               "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
               "special_tokens": {"</s>": {"id": "</s>", "ids": [1], "tokens": ["</s>"]}}},
             "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": false, "vocab": [
               ["<unk>", 0], ["</s>", 0], ["▁hug", -6], ["▁hu", -1.5], ["gs", -3], ["s", -3], ["▁", -8]]}}
            """;

    /** As Gemma's and SigLIP 2's: spaces are letters, and letters that are not known are cut into bytes. */
    private static final String BYTE_FALLBACK = """
            {"normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": "▁"},
             "model": {"type": "BPE", "byte_fallback": true, "fuse_unk": true, "unk_token": "<unk>",
               "vocab": {"<pad>": 0, "<eos>": 1, "<unk>": 2, "a": 3, "▁": 4, "▁a": 5, "<0xC3>": 6, "<0xA9>": 7},
               "merges": ["▁ a"]}}
            """;

    @TempDir
    Path directory;

    @Test
    void cutsHardTextsAsClipDoes() throws IOException {
        assumeTrue(Files.exists(CLIP), "no vocabulary of CLIP: set HEIRLOOM_TESTDATA to the folder of the test data");
        try (Tokenizer tokenizer = Tokenizer.load(CLIP, CLIP_FORM);
                InputStream table = TokenizerTest.class.getResourceAsStream("clip-tokens.json")) {
            JsonNode rows = JsonMapper.shared().readTree(Objects.requireNonNull(table));
            assertThat(rows.size()).isGreaterThan(30);
            for (JsonNode row : rows.values()) {
                String text = row.get("text").stringValue();
                int[] expected = row.get("tokens").values().stream()
                        .mapToInt(JsonNode::intValue)
                        .toArray();
                Tokens tokens = tokenizer.tokens(text);
                assertThat(tokens.ids()).as(text).isEqualTo(Arrays.copyOf(expected, 77));
                assertThat(IntStream.of(tokens.text()).sum()).as(text).isEqualTo(expected.length);
            }
        }
    }

    @Test
    void aTinyVocabularyHasOneTokenForEachOfItsWords() {
        TinyModels.writeColors(directory);
        Path vocabulary = directory.resolve(TinyModels.COLORS).resolve("vocabulary.txt.gz");
        try (Tokenizer tokenizer = Tokenizer.load(vocabulary, CLIP_FORM)) {
            for (String word : TinyModels.COLOR_WORDS) {
                Tokens tokens = tokenizer.tokens(" " + word.toUpperCase(Locale.ROOT));
                assertThat(IntStream.of(tokens.text()).sum()).as(word).isEqualTo(3);
            }
            assertThat(tokenizer.tokens("redgreen").ids()[1])
                    .isNotEqualTo(tokenizer.tokens("red").ids()[1]);
        }
    }

    @Test
    void cutsByTheLikeliestPieces() throws IOException {
        try (Tokenizer tokenizer = Tokenizer.load(written(UNIGRAM), PLAIN)) {
            assertThat(tokenizer.tokens("hugs").ids()).containsExactly(3, 4, 1, 9, 9);
            assertThat(tokenizer.tokens("hugs").text()).containsExactly(1, 1, 1, 0, 0);
            assertThat(tokenizer.tokens("").ids()).startsWith(1);
            assertThat(tokenizer.tokens("hugs hugs hugs").ids())
                    .as("what is cut keeps its end")
                    .containsExactly(3, 4, 3, 4, 1);
        }
    }

    @Test
    void fallsBackToBytes() throws IOException {
        try (Tokenizer tokenizer = Tokenizer.load(written(BYTE_FALLBACK), PLAIN)) {
            assertThat(tokenizer.tokens("a a é").ids()).containsExactly(3, 5, 4, 6, 7);
        }
    }

    @Test
    void callsNobody() throws IOException {
        try (Tokenizer tokenizer = Tokenizer.load(written(UNIGRAM), PLAIN)) {
            assertThat(tokenizer.tokens("hugs").ids()).isNotEmpty();
            assertThat(ai.djl.util.Utils.isOfflineMode()).isTrue();
        }
    }

    @Test
    void whatIsNoTokenizerIsToldByItsFile() throws IOException {
        assertThatThrownBy(() -> Tokenizer.load(directory.resolve("none.json"), PLAIN))
                .hasMessageContaining("none.json is missing");
        assertThatThrownBy(() -> Tokenizer.load(written("{\"model\": 1}"), PLAIN))
                .hasMessageContaining("tokenizer.json cannot be used");
        Path noZip = Files.writeString(directory.resolve("vocabulary.txt.gz"), "a b");
        assertThatThrownBy(() -> Tokenizer.load(noZip, PLAIN)).hasMessageContaining("cannot be used: Not in GZIP");
    }

    private Path written(String json) throws IOException {
        return Files.writeString(directory.resolve("tokenizer.json"), json);
    }
}
