package app.heirloom.tools.identities.sets;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.IdentitySet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of all sets for whoever wants to read one file, and the highest number that was ever given. The folders have
 * the sets of record; what others wrote beside our fields stays.
 */
record TopManifest(Path file) {
    static final String NAME = "manifest.json";
    private static final String TOOL = "heirloom identities";
    private static final int FORMAT = 1;

    /** The highest number that it knows of; 0 when there is none yet. */
    int last() {
        return read().path("last").asInt(0);
    }

    private ObjectNode read() {
        if (Files.notExists(file)) {
            return SetJson.MAPPER.createObjectNode();
        }
        try {
            JsonNode node = SetJson.MAPPER.readTree(Files.readAllBytes(file));
            boolean isOurs = node.path("tool").asString("").equals(TOOL)
                    && node.path("format").asInt(0) == FORMAT;
            if (!(node instanceof ObjectNode manifest) || !isOurs) {
                throw ErrorCode.INVALID.exception(
                        file + " is of another tool, or another version of heirloom: choose another folder");
            }
            return manifest;
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception(
                    file + " is damaged: " + e.getOriginalMessage()
                            + ". Move it away; it is made anew out of the folders",
                    e);
        } catch (java.io.IOException e) {
            throw ErrorCode.INVALID.exception("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void merge(Map<Shelf, ? extends Map<Integer, IdentitySet>> shelves, int last) {
        ObjectNode manifest = read();
        Map<Integer, ObjectNode> known = new TreeMap<>();
        for (JsonNode entry : manifest.path("sets")) {
            if (entry instanceof ObjectNode set) {
                known.put(set.path("number").asInt(0), set);
            }
        }
        NavigableMap<Integer, ObjectNode> entries = new TreeMap<>();
        shelves.forEach((shelf, sets) -> sets.forEach((number, set) -> entries.put(
                number, describe(set, shelf, known.getOrDefault(number, SetJson.MAPPER.createObjectNode())))));
        manifest.put("tool", TOOL)
                .put("format", FORMAT)
                .put("last", Math.max(last, manifest.path("last").asInt(0)));
        ArrayNode all = manifest.putArray("sets");
        entries.values().forEach(all::add);
        AtomicFile.write(file, SetJson.MAPPER.writeValueAsBytes(manifest));
    }

    private static ObjectNode describe(IdentitySet set, Shelf shelf, ObjectNode entry) {
        String folder = "%04d".formatted(set.number());
        return entry.put("number", set.number())
                .put("folder", shelf == Shelf.CANONICAL ? folder : shelf.folder() + "/" + folder)
                .put("shelf", shelf.name().toLowerCase(java.util.Locale.ROOT))
                .put("owner", set.owner())
                .put("name", set.name())
                .put("model", set.model().name())
                .put("faces", set.faces().size());
    }
}
