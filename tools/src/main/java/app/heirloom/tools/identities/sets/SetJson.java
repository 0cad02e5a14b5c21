package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How sets are written: their parts by name, models as text, embeddings as lists of numbers, nothing left out. */
final class SetJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(types())
            .build();

    private SetJson() {}

    private static SimpleModule types() {
        var module = new SimpleModule();
        module.addSerializer(ModelId.class, new ValueSerializer<ModelId>() {
            @Override
            public void serialize(ModelId model, JsonGenerator json, SerializationContext context) {
                json.writeString(model.name());
            }
        });
        module.addDeserializer(ModelId.class, new ValueDeserializer<ModelId>() {
            @Override
            public ModelId deserialize(JsonParser json, DeserializationContext context) {
                return new ModelId(json.getValueAsString(""));
            }
        });
        module.addSerializer(Embedding.class, new ValueSerializer<Embedding>() {
            @Override
            public void serialize(Embedding embedding, JsonGenerator json, SerializationContext context) {
                json.writeStartArray();
                for (float value : embedding.values()) {
                    json.writeNumber(value);
                }
                json.writeEndArray();
            }
        });
        module.addDeserializer(Embedding.class, new ValueDeserializer<Embedding>() {
            @Override
            public Embedding deserialize(JsonParser json, DeserializationContext context) {
                try {
                    return Embedding.of(context.readValue(json, float[].class));
                } catch (IllegalArgumentException e) {
                    throw context.weirdStringException("", Embedding.class, String.valueOf(e.getMessage()));
                }
            }
        });
        return module;
    }
}
