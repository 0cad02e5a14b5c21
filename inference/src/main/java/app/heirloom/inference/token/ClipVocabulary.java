package app.heirloom.inference.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vocabulary that OpenAI published with CLIP, {@code bpe_simple_vocab_16e6.txt.gz}, as a {@code tokenizer.json}.
 * Its lines are the pairs that byte pair encoding joins, most important first. Tokens are the 256 bytes, the same at the
 * end of a word, then what each pair becomes, then the start and the end of a text.
 */
final class ClipVocabulary {
    /** CLIP has 49,408 tokens; the file has more pairs, which it does not use. */
    private static final int MOST_PAIRS = 49_408 - 2 * 256 - 2;

    private static final String WORD_END = "</w>";
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final String WORDS = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

    private final ObjectNode root = JsonMapper.shared().createObjectNode();

    private ClipVocabulary(List<String> pairs) {
        ObjectNode model = root.putObject("model").put("type", "BPE");
        model.put("end_of_word_suffix", WORD_END);
        ObjectNode tokens = model.putObject("vocab");
        List<String> bytes = bytes();
        bytes.forEach(letter -> add(tokens, letter));
        bytes.forEach(letter -> add(tokens, letter + WORD_END));
        ArrayNode merges = model.putArray("merges");
        for (String pair : pairs) {
            merges.add(pair);
            add(tokens, pair.replace(" ", ""));
        }
        add(tokens, START);
        add(tokens, END);
        splitIntoWords();
        surround(tokens);
    }

    /** Reads the vocabulary. */
    static String asJson(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> pairs = lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .limit(MOST_PAIRS)
                    .toList();
            return JsonMapper.shared().writeValueAsString(new ClipVocabulary(pairs).root);
        }
    }

    private static void add(ObjectNode tokens, String token) {
        tokens.put(token, tokens.size());
    }

    /** Bytes as letters that can be seen, in GPT-2's order: those that are such letters already come first. */
    private static List<String> bytes() {
        var letters = new ArrayList<String>();
        IntStream.concat(IntStream.rangeClosed('!', '~'), IntStream.rangeClosed(0xA1, 0xAC))
                .forEach(code -> letters.add(Character.toString(code)));
        IntStream.rangeClosed(0xAE, 0xFF).forEach(code -> letters.add(Character.toString(code)));
        for (int code = 256; letters.size() < 256; code++) {
            letters.add(Character.toString(code));
        }
        return letters;
    }

    private void splitIntoWords() {
        ObjectNode splitting = root.putObject("pre_tokenizer").put("type", "Sequence");
        ArrayNode steps = splitting.putArray("pretokenizers");
        ObjectNode split = steps.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", WORDS);
        split.put("behavior", "Removed").put("invert", true);
        steps.addObject()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", false);
    }

    private void surround(ObjectNode tokens) {
        ObjectNode template = root.putObject("post_processor").put("type", "TemplateProcessing");
        ArrayNode single = template.putArray("single");
        special(single, START);
        sequence(single, "A");
        special(single, END);
        ArrayNode pair = template.putArray("pair");
        sequence(pair, "A");
        sequence(pair, "B");
        ObjectNode specials = template.putObject("special_tokens");
        for (String token : List.of(START, END)) {
            ObjectNode special = specials.putObject(token).put("id", token);
            special.putArray("ids").add(tokens.size() - (token.equals(START) ? 2 : 1));
            special.putArray("tokens").add(token);
        }
    }

    private static void special(ArrayNode parts, String token) {
        parts.addObject().putObject("SpecialToken").put("id", token).put("type_id", 0);
    }

    private static void sequence(ArrayNode parts, String id) {
        parts.addObject().putObject("Sequence").put("id", id).put("type_id", 0);
    }
}
