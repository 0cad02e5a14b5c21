package app.heirloom.immich.json.server;

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

    /** What there is so far. */
    public static FeaturesJson current() {
        return new FeaturesJson(
                /* configFile= */ false,
                /* duplicateDetection= */ false,
                /* email= */ false,
                /* facialRecognition= */ false,
                /* importFaces= */ false,
                /* map= */ false,
                /* oauth= */ false,
                /* oauthAutoLaunch= */ false,
                /* ocr= */ false,
                /* passwordLogin= */ true,
                /* realtimeTranscoding= */ false,
                /* reverseGeocoding= */ false,
                /* search= */ true,
                /* sidecar= */ true,
                /* smartSearch= */ false,
                /* trash= */ true);
    }
}
