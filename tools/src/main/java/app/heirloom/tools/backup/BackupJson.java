package app.heirloom.tools.backup;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How records are written into a backup: their parts by name, ids and checksums as text, nothing left out. */
final class BackupJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(texts())
            .build();

    private BackupJson() {}

    private static SimpleModule texts() {
        var module = new SimpleModule();
        text(module, Checksum.class, Checksum::parse);
        id(module, AssetId.class, AssetId::new);
        id(module, AlbumId.class, AlbumId::new);
        id(module, DuplicateGroupId.class, DuplicateGroupId::new);
        id(module, FaceId.class, FaceId::new);
        id(module, LibraryId.class, LibraryId::new);
        id(module, PersonId.class, PersonId::new);
        id(module, SharedLinkId.class, SharedLinkId::new);
        id(module, StackId.class, StackId::new);
        id(module, TagId.class, TagId::new);
        id(module, UserId.class, UserId::new);
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<UUID, T> id) {
        text(module, type, text -> id.apply(UUID.fromString(text)));
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) throws JacksonException {
                json.writeString(value.toString());
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws JacksonException {
                try {
                    return parse.apply(json.getValueAsString(""));
                } catch (IllegalArgumentException e) {
                    throw context.weirdStringException(json.getString(), type, String.valueOf(e.getMessage()));
                }
            }
        });
    }
}
