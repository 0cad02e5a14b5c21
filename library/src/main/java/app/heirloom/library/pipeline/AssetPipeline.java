package app.heirloom.library.pipeline;

import static app.heirloom.library.job.JobType.ASSET_READY;
import static app.heirloom.library.job.JobType.LIVE_PHOTO_LINKING;
import static app.heirloom.library.job.JobType.METADATA_EXTRACTION;
import static app.heirloom.library.job.JobType.PREVIEW_GENERATION;

import app.heirloom.library.job.JobType;
import java.util.List;
import java.util.Map;

/** The way of an asset after its upload: which stage follows which. */
public final class AssetPipeline {
    public static final JobType FIRST_STAGE = METADATA_EXTRACTION;

    public static final Map<JobType, List<JobType>> SUCCESSORS = Map.of(
            METADATA_EXTRACTION, List.of(LIVE_PHOTO_LINKING),
            LIVE_PHOTO_LINKING, List.of(PREVIEW_GENERATION),
            PREVIEW_GENERATION, List.of(ASSET_READY));

    private AssetPipeline() {}
}
