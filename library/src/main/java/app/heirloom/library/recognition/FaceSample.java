package app.heirloom.library.recognition;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import java.time.Instant;

/**
 * A face as it is compared with others; no two faces of one asset are one person's.
 *
 * @param quality poor ones join a group, but make none and join no two
 * @param captured when the photo was taken
 */
public record FaceSample(FaceId id, AssetId asset, Embedding embedding, FaceQuality quality, Instant captured) {}
