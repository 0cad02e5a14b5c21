package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a server answered, read field by field: servers of other versions leave fields out, add some, and write others
 * differently. What cannot be done without fails as REMOTE_FAILURE when it is missing.
 *
 * @param source for messages
 */
public record Answer(JsonNode node, String source) {

    public String text(String name) {
        return findText(name).orElseThrow(() -> missing(name));
    }

    /** Empty when it is absent, null or the empty text. */
    public Optional<String> findText(String name) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isEmpty());
    }

    public UUID uuid(String name) {
        return findUuid(name).orElseThrow(() -> missing(name));
    }

    public Optional<UUID> findUuid(String name) {
        return findText(name).map(text -> parsed(name, text, UUID::fromString));
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    public long number(String name) {
        return findNumber(name).orElseThrow(() -> missing(name)).longValue();
    }

    public Optional<Number> findNumber(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isNumber).map(JsonNode::numberValue);
    }

    public Instant instant(String name) {
        return findInstant(name).orElseThrow(() -> missing(name));
    }

    /** Some dates come with an offset, some without, which then is that of UTC. */
    public Optional<Instant> findInstant(String name) {
        return findText(name)
                .map(text -> parsed(
                        name,
                        text,
                        date -> hasOffset(date)
                                ? OffsetDateTime.parse(date).toInstant()
                                : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC)));
    }

    private static boolean hasOffset(String date) {
        int time = date.indexOf('T');
        return date.endsWith("Z") || date.indexOf('+', time) > 0 || date.indexOf('-', time) > 0;
    }

    public Answer object(String name) {
        return findObject(name).orElseThrow(() -> missing(name));
    }

    public Optional<Answer> findObject(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).map(found -> new Answer(found, source));
    }

    /** The objects of a list; an absent one is empty. */
    public List<Answer> list(String name) {
        return new Answer(node.path(name), source).elements();
    }

    /** The elements of what is a list itself. */
    public List<Answer> elements() {
        List<Answer> elements = new ArrayList<>(node.size());
        node.forEach(element -> elements.add(new Answer(element, source)));
        return elements;
    }

    /** The same, and where it is no list at all, something is wrong with the server. */
    public List<Answer> requiredElements() {
        if (!node.isArray()) {
            throw misunderstood("no list", null);
        }
        return elements();
    }

    public <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw misunderstood("'" + text + "' as " + name, e);
        }
    }

    private HeirloomException missing(String name) {
        return misunderstood("no " + name, null);
    }

    private HeirloomException misunderstood(String what, @Nullable Exception cause) {
        String message = "The answer to " + source + " is not understood: it has " + what;
        return cause == null
                ? ErrorCode.REMOTE_FAILURE.exception(message)
                : ErrorCode.REMOTE_FAILURE.exception(message, cause);
    }
}
