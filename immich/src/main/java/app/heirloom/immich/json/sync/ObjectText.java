package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.AsciiText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, field by field, for those that go out by the million. */
final class ObjectText {
    private final AsciiText text;
    private boolean isEmpty = true;

    ObjectText(AsciiText text) {
        this.text = text.append('{');
    }

    ObjectText field(String name, UUID id) {
        name(name).append('"').append(id).append('"');
        return this;
    }

    ObjectText fieldOrNull(String name, @Nullable UUID id) {
        return id == null ? nothing(name) : field(name, id);
    }

    ObjectText field(String name, Instant date) {
        name(name).append('"').appendDate(date).append('"');
        return this;
    }

    ObjectText fieldOrNull(String name, @Nullable Instant date) {
        return date == null ? nothing(name) : field(name, date);
    }

    ObjectText field(String name, LocalDateTime date) {
        name(name).append('"').appendDate(date).append('"');
        return this;
    }

    ObjectText field(String name, boolean flag) {
        name(name).append(flag);
        return this;
    }

    ObjectText field(String name, @Nullable String value) {
        name(name).appendJson(value);
        return this;
    }

    ObjectText field(String name, byte[] ascii) {
        name(name).append('"').append(ascii).append('"');
        return this;
    }

    ObjectText field(String name, @Nullable Number number) {
        if (number instanceof Double real && !Double.isFinite(real)) {
            return nothing(name); // JSON has no word for it
        }
        name(name).append(String.valueOf(number));
        return this;
    }

    ObjectText nothing(String name) {
        name(name).append("null");
        return this;
    }

    void end() {
        text.append('}');
    }

    private AsciiText name(String name) {
        text.append(isEmpty ? '"' : ',');
        if (!isEmpty) {
            text.append('"');
        }
        isEmpty = false;
        return text.append(name).append('"').append(':');
    }
}
