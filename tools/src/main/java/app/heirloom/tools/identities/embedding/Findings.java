package app.heirloom.tools.identities.embedding;

import java.util.List;

/** What a worker made of some pictures. */
public record Findings(List<PictureLook> looks, List<PictureFailure> failures) {
    public Findings {
        looks = List.copyOf(looks);
        failures = List.copyOf(failures);
    }
}
