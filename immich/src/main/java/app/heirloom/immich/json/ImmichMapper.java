package app.heirloom.immich.json;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes records as JSON and reads JSON, the way the wire wants both. Made when it is first needed. */
public final class ImmichMapper {
    private static final int MAX_NESTING = 64;

    private ImmichMapper() {}

    /** The JSON of a record, in UTF-8. */
    public static byte[] write(Object record) {
        return Lazy.MAPPER.writeValueAsBytes(record);
    }

    /**
     * Any JSON text, in UTF-8.
     *
     * @throws tools.jackson.core.JacksonException when it is malformed
     */
    public static JsonNode read(byte[] json) {
        return Lazy.MAPPER.readTree(json);
    }

    /**
     * Reads a JSON array of any length, element by element as it arrives.
     *
     * @throws tools.jackson.core.JacksonException when it is malformed or no array, or breaks off
     */
    public static void readEach(InputStream json, Consumer<JsonNode> action) {
        try (MappingIterator<JsonNode> elements =
                Lazy.MAPPER.readerFor(JsonNode.class).readValues(json)) {
            elements.forEachRemaining(action);
        }
    }

    private static final class Lazy {
        private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_NESTING)
                                .build())
                        .build())
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new SimpleModule("wire dates")
                        .addSerializer(Instant.class, new InstantSerializer())
                        .addSerializer(LocalDateTime.class, new WallClockSerializer()))
                .build();
    }

    private static final class InstantSerializer extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(WireDates.format(value));
        }
    }

    private static final class WallClockSerializer extends ValueSerializer<LocalDateTime> {
        @Override
        public void serialize(LocalDateTime value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(WireDates.format(value));
        }
    }
}
