package app.heirloom.inference.pack;

import app.heirloom.inference.face.DetectionThresholds;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code pack.json}, which says of a folder of model files what they are and how they want their input. */
final class PackReader {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String where;

    /** @param where names the descriptor in messages */
    PackReader(String where) {
        this.where = where;
    }

    FacePack read(byte[] json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!text(root, "task").equals("faces")) {
                throw wrong("the task " + text(root, "task") + " is not known");
            }
            JsonNode detector = part(root, "detector");
            return new FacePack(
                    new ModelId(text(root, "name")),
                    new FacePack.Terms(text(root, "license"), text(root, "source")),
                    file(detector, "yunet", 0),
                    new DetectionThresholds(number(detector, "score"), number(detector, "overlap")),
                    file(part(root, "embedder"), "aligned-face", (int) number(part(root, "embedder"), "size")),
                    number(root, "likeness"));
        } catch (JacksonException e) {
            throw wrong(e.getOriginalMessage());
        }
    }

    private ModelFile file(JsonNode node, String kind, int output) {
        if (!text(node, "kind").equals(kind)) {
            throw wrong("the kind " + text(node, "kind") + " is not " + kind);
        }
        return new ModelFile(kind, text(node, "file"), text(node, "sha256"), preparation(node), output);
    }

    private Preparation preparation(JsonNode node) {
        String colors = text(node, "colors");
        try {
            return new Preparation(ColorOrder.valueOf(colors), numbers(node, "mean"), numbers(node, "std"));
        } catch (IllegalArgumentException e) {
            throw wrong("colors must be RGB or BGR, mean and std three numbers each, no std 0");
        }
    }

    private List<Float> numbers(JsonNode node, String name) {
        var numbers = new ArrayList<Float>();
        for (JsonNode number : part(node, name).values()) {
            if (!number.isNumber()) {
                throw wrong(name + " must be a list of numbers");
            }
            numbers.add(number.floatValue());
        }
        return numbers;
    }

    private String text(JsonNode node, String name) {
        JsonNode value = part(node, name);
        if (!value.isString()) {
            throw wrong(name + " must be a text");
        }
        return value.stringValue();
    }

    private double number(JsonNode node, String name) {
        JsonNode value = part(node, name);
        if (!value.isNumber()) {
            throw wrong(name + " must be a number");
        }
        return value.doubleValue();
    }

    private JsonNode part(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw wrong(name + " is missing");
        }
        return value;
    }

    private HeirloomException wrong(String why) {
        return ErrorCode.INVALID.exception("The model pack " + where + " cannot be used: " + why);
    }
}
