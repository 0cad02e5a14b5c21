package app.heirloom.library.pipeline;

import static app.heirloom.library.job.JobType.ASSET_READY;
import static app.heirloom.library.job.JobType.DUPLICATE_DETECTION;
import static app.heirloom.library.job.JobType.EDIT_WITHDRAWAL;
import static app.heirloom.library.job.JobType.FACE_DETECTION;
import static app.heirloom.library.job.JobType.IMAGE_EMBEDDING;
import static app.heirloom.library.job.JobType.IMAGE_REFRESH;
import static app.heirloom.library.job.JobType.LIVE_PHOTO_LINKING;
import static app.heirloom.library.job.JobType.METADATA_EXTRACTION;
import static app.heirloom.library.job.JobType.METADATA_REFRESH;
import static app.heirloom.library.job.JobType.PREVIEW_GENERATION;
import static app.heirloom.library.job.JobType.TEXT_RECOGNITION;

import app.heirloom.library.job.JobType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way of an asset after its upload: which stage follows which. */
public final class AssetPipeline {
    public static final JobType FIRST_STAGE = METADATA_EXTRACTION;

    private static final Map<JobType, List<JobType>> SUCCESSORS = Map.of(
            METADATA_EXTRACTION, List.of(LIVE_PHOTO_LINKING),
            LIVE_PHOTO_LINKING, List.of(PREVIEW_GENERATION),
            PREVIEW_GENERATION, List.of(ASSET_READY, FACE_DETECTION, IMAGE_EMBEDDING, TEXT_RECOGNITION),
            IMAGE_EMBEDDING, List.of(DUPLICATE_DETECTION),
            IMAGE_REFRESH, List.of(DUPLICATE_DETECTION),
            EDIT_WITHDRAWAL, List.of(METADATA_REFRESH));

    private AssetPipeline() {}

    /**
     * What follows each stage, among those that this server can do: the models of the others are not here. What follows
     * such a one follows the stage before it.
     */
    public static Map<JobType, List<JobType>> successors(Set<JobType> possible) {
        return SUCCESSORS.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> possibleOf(entry.getValue(), possible).toList()));
    }

    private static Stream<JobType> possibleOf(List<JobType> stages, Set<JobType> possible) {
        return stages.stream()
                .flatMap(stage -> possible.contains(stage)
                        ? Stream.of(stage)
                        : possibleOf(SUCCESSORS.getOrDefault(stage, List.of()), possible));
    }
}
