package app.heirloom.inference.token;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cuts texts into the tokens of a network, by Hugging Face's tokenizers. Safe for concurrent use; not after it is
 * closed.
 *
 * <p>Its native functions are called directly, since the classes around them report their use to Amazon.
 */
public final class Tokenizer implements AutoCloseable {
    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

    static {
        // Without this, a native library for another processor or graphics card would be fetched from the internet.
        System.setProperty("ai.djl.offline", "true");
    }

    private final long handle;
    private final Form form;

    private Tokenizer(long handle, Form form) {
        this.handle = handle;
        this.form = form;
    }

    /**
     * What a network wants its texts to be like.
     *
     * @param context how many tokens it takes
     * @param padding the token that fills up what a text does not need
     */
    public record Form(Cleaning cleaning, int context, int padding) {}

    /**
     * The tokens of a text.
     *
     * @param ids as many as the context
     * @param text 1 for each that belongs to the text, 0 for each that fills up
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to a network, never compared
    public record Tokens(int[] ids, int[] text) {}

    /**
     * Reads a {@code tokenizer.json}, or CLIP's own vocabulary, {@code .txt.gz}.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when the file is missing; INVALID when it holds no
     *     tokenizer, or when there is no native library for this machine
     */
    public static Tokenizer load(Path file, Form form) {
        if (!Files.isRegularFile(file)) {
            throw ErrorCode.NOT_FOUND.exception("The tokenizer " + file + " is missing");
        }
        try {
            LibUtils.checkStatus();
            String json = file.toString().endsWith(".json") ? Files.readString(file) : ClipVocabulary.asJson(file);
            long handle = LIBRARY.createTokenizerFromString(json);
            LIBRARY.disablePadding(handle);
            LIBRARY.disableTruncation(handle);
            return new Tokenizer(handle, form);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw unusable(file, e);
        }
    }

    private static HeirloomException unusable(Path file, Throwable why) {
        return ErrorCode.INVALID.exception("The tokenizer " + file + " cannot be used: " + why.getMessage(), why);
    }

    /** Cleans the text and cuts it into tokens; of one that is too long, the end is left out, but not its end mark. */
    public Tokens tokens(String text) {
        long encoding = LIBRARY.encode(handle, form.cleaning.apply(text), true);
        try {
            long[] found = shortened(LIBRARY.getTokenIds(encoding), LIBRARY.getSpecialTokenMask(encoding));
            int[] ids = new int[form.context];
            int[] belongs = new int[form.context];
            for (int i = 0; i < found.length; i++) {
                ids[i] = Math.toIntExact(found[i]);
            }
            Arrays.fill(ids, found.length, ids.length, form.padding);
            Arrays.fill(belongs, 0, found.length, 1);
            return new Tokens(ids, belongs);
        } finally {
            LIBRARY.deleteEncoding(encoding);
        }
    }

    /** As many as the context, with the marks at the end of the text instead of what is before them. */
    private long[] shortened(long[] tokens, long[] marks) {
        if (tokens.length <= form.context) {
            return tokens;
        }
        int last = tokens.length;
        while (last > 0 && marks[last - 1] == 1) {
            last--;
        }
        long[] kept = Arrays.copyOf(tokens, form.context);
        int ends = Math.min(tokens.length - last, kept.length);
        System.arraycopy(tokens, tokens.length - ends, kept, kept.length - ends, ends);
        return kept;
    }

    @Override
    public void close() {
        LIBRARY.deleteTokenizer(handle);
    }
}
