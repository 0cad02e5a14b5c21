package app.heirloom.immich.server.http;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.library.error.ErrorCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The fields of a JSON object, whose types are not converted: a number in quotes is not a number. */
public final class JsonFields extends Fields {
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /** The request's body; an empty one counts as an object without fields. */
    public static JsonFields ofBody(Context http) throws IOException {
        byte[] body = http.bodyInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw ErrorCode.INVALID.exception("The body is larger than " + MAX_BYTES + " bytes");
        }
        try {
            JsonNode node = ImmichMapper.read(body.length == 0 ? new byte[] {'{', '}'} : body);
            if (!node.isObject()) {
                throw InvalidFieldException.type("Invalid input: expected an object");
            }
            return new JsonFields(node);
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception("The body is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The object as it came, for what is kept as JSON. */
    public JsonNode json() {
        return object;
    }

    /** The objects of a list that was sent as text in the field of that name. */
    public static List<JsonFields> ofList(String json, String name) {
        try {
            JsonNode list = ImmichMapper.read(json.getBytes(StandardCharsets.UTF_8));
            return new JsonFields(JsonNodeFactory.instance.objectNode().set(name, list)).list(name);
        } catch (JacksonException e) {
            throw InvalidFieldException.format("Invalid JSON: " + e.getOriginalMessage(), name);
        }
    }

    /** The text of an object that must be there. */
    public String objectText(String name) {
        return find(name)
                .filter(JsonNode::isObject)
                .map(JsonNode::toString)
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: expected an object", name));
    }

    /** The objects of a list; empty when it is absent. */
    public List<JsonFields> list(String name) {
        var objects = new ArrayList<JsonFields>();
        for (JsonNode node : array(name)) {
            if (!node.isObject()) {
                throw InvalidFieldException.type("Invalid input: expected an object", name, objects.size());
            }
            objects.add(new JsonFields(node));
        }
        return objects;
    }

    /** An object that stands in a field. */
    public Optional<JsonFields> findObject(String name) {
        return find(name).map(node -> {
            if (!node.isObject()) {
                throw InvalidFieldException.type("Invalid input: expected an object", name);
            }
            return new JsonFields(node);
        });
    }

    /** The numbers of a list; empty when it is absent. */
    public List<Double> listNumbers(String name) {
        var numbers = new ArrayList<Double>();
        for (JsonNode node : array(name)) {
            if (!node.isNumber()) {
                throw InvalidFieldException.type("Invalid input: expected number", name, numbers.size());
            }
            numbers.add(node.doubleValue());
        }
        return numbers;
    }

    @Override
    public Optional<String> findText(String name) {
        return find(name).map(node -> {
            if (!node.isString()) {
                throw InvalidFieldException.type("Invalid input: expected string", name);
            }
            return node.stringValue();
        });
    }

    @Override
    public Optional<Boolean> findFlag(String name) {
        return find(name).map(node -> {
            if (!node.isBoolean()) {
                throw InvalidFieldException.type("Invalid input: expected boolean", name);
            }
            return node.booleanValue();
        });
    }

    @Override
    public Optional<Double> findNumber(String name) {
        return find(name).map(node -> {
            if (!node.isNumber()) {
                throw InvalidFieldException.type("Invalid input: expected number", name);
            }
            return node.doubleValue();
        });
    }

    @Override
    public List<String> listTexts(String name) {
        var texts = new ArrayList<String>();
        for (JsonNode node : array(name)) {
            if (!node.isString()) {
                throw InvalidFieldException.type("Invalid input: expected string", name, texts.size());
            }
            texts.add(node.stringValue());
        }
        return texts;
    }

    @Override
    public boolean isNull(String name) {
        return object.has(name) && object.get(name).isNull();
    }

    @Override
    public boolean isPresent(String name) {
        return find(name).isPresent();
    }

    @Override
    boolean isList(String name) {
        return find(name).filter(JsonNode::isArray).isPresent();
    }

    private Iterable<JsonNode> array(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isArray()) {
                        throw InvalidFieldException.type("Invalid input: expected array", name);
                    }
                    return node.values();
                })
                .orElse(List.of());
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }
}
