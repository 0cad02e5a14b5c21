package app.heirloom.immich.json.server;

import app.heirloom.immich.Library;

/** What the server can do, so that clients offer no more. */
public record FeaturesJson(
        boolean configFile,
        boolean duplicateDetection,
        boolean email,
        boolean facialRecognition,
        boolean importFaces,
        boolean map,
        boolean oauth,
        boolean oauthAutoLaunch,
        boolean ocr,
        boolean passwordLogin,
        boolean realtimeTranscoding,
        boolean reverseGeocoding,
        boolean search,
        boolean sidecar,
        boolean smartSearch,
        boolean trash) {

    /** What there is so far, with what there are models for. */
    public static FeaturesJson of(Library.Abilities abilities) {
        return new FeaturesJson(
                /* configFile= */ false,
                /* duplicateDetection= */ abilities.duplicates(),
                /* email= */ false,
                /* facialRecognition= */ abilities.faces(),
                /* importFaces= */ false,
                /* map= */ false,
                /* oauth= */ false,
                /* oauthAutoLaunch= */ false,
                /* ocr= */ abilities.text(),
                /* passwordLogin= */ true,
                /* realtimeTranscoding= */ false,
                /* reverseGeocoding= */ false,
                /* search= */ true,
                /* sidecar= */ true,
                /* smartSearch= */ abilities.smartSearch(),
                /* trash= */ true);
    }
}
