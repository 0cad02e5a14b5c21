package app.heirloom.inference.pack;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * The models that one task needs, and the numbers that go with them.
 *
 * @param terms under which the models may be used, and where they come from
 * @param files the networks and what they read, one for each role
 * @param settings what concerns the pack as a whole: for faces {@code likeness}, the mean cosine similarity from which
 *     two groups of faces are one person
 */
public record Pack(ModelId id, PackTask task, Terms terms, List<ModelFile> files, Settings settings) {
    public Pack {
        files = List.copyOf(files);
    }

    /**
     * What a person should know before using a model.
     *
     * @param license its name
     * @param toAccept whether it forbids what one might want to do, such as earning money, and must be accepted first
     * @param source where models and licence can be read up
     */
    public record Terms(String license, boolean toAccept, String source) {}

    /** The file of a role, as in {@code detector}. */
    public Optional<ModelFile> find(String role) {
        return files.stream().filter(file -> file.role().equals(role)).findFirst();
    }

    /**
     * The file of a role that every pack of this task has.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the pack is for another task
     */
    public ModelFile get(String role) {
        return find(role)
                .orElseThrow(() -> ErrorCode.INVALID.exception(
                        "The model pack " + id + " is for " + task + " and has no " + role));
    }

    /** Whether it is known of every file where it can be fetched. */
    public boolean isOnNetwork() {
        return files.stream().allMatch(file -> file.content().source().isPresent());
    }

    /** Bytes of all files, 0 when the descriptor does not tell each. */
    public long sizeInBytes() {
        return files.stream().allMatch(file -> file.content().sizeInBytes() > 0)
                ? files.stream().mapToLong(file -> file.content().sizeInBytes()).sum()
                : 0;
    }
}
