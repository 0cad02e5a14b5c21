package app.heirloom.inference.pack;

import java.util.List;
import java.util.Set;

/** What a pack is for, and which files it needs for that. */
public enum PackTask {
    FACES("faces"),
    SMART_SEARCH("smart-search"),
    TEXT("text"),
    OBJECTS("objects");

    private static final Set<String> PLAIN_FILES = Set.of("bpe", "sentencepiece", "unigram", "characters", "labels");

    private final String word;

    PackTask(String word) {
        this.word = word;
    }

    /**
     * A place that a file has in a pack.
     *
     * @param required whether every pack of the task has it
     * @param kinds what can stand there: how a network's outputs are read, or the format of another file
     */
    record Role(String name, boolean required, List<String> kinds) {
        /** Whether what stands here is a network, rather than a file that goes with one. */
        boolean network() {
            return kinds.stream().noneMatch(PLAIN_FILES::contains);
        }
    }

    List<Role> roles() {
        return switch (this) {
            case FACES -> List.of(required("detector", "yunet", "scrfd"), required("embedder", "aligned-face"));
            case SMART_SEARCH ->
                List.of(
                        required("visual", "clip-image"),
                        required("textual", "clip-text"),
                        required("tokenizer", "bpe", "sentencepiece", "unigram"));
            case TEXT ->
                List.of(
                        required("detection", "text-detection"),
                        new Role("direction", false, List.of("text-direction")),
                        required("recognition", "text-recognition"),
                        required("characters", "characters"));
            case OBJECTS -> List.of(required("detector", "yolox"), required("labels", "labels"));
        };
    }

    private static Role required(String name, String... kinds) {
        return new Role(name, true, List.of(kinds));
    }

    /** The word in a descriptor. */
    @Override
    public String toString() {
        return word;
    }
}
