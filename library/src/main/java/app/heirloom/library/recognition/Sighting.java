package app.heirloom.library.recognition;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;

/** A face that a model saw in a content. */
public record Sighting(FaceArea area, FaceQuality quality, Embedding embedding) {}
