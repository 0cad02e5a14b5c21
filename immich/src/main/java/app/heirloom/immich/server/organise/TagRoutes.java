package app.heirloom.immich.server.organise;

import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.immich.json.asset.CountJson;
import app.heirloom.immich.json.organise.TagJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.tag.Tag;
import app.heirloom.library.tag.TagColor;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.tag.TagLabel;
import app.heirloom.library.tag.TagPath;
import app.heirloom.library.tag.Tags;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tags, and the assets that they are on. */
final class TagRoutes {
    private final Tags tags;

    TagRoutes(Tags tags) {
        this.tags = tags;
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(json(tags.list(caller)));
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(TagJson.of(tags.get(caller, idOf(http))));
    }

    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Tag made = tags.create(
                caller,
                body.name("name"),
                body.findUuid("parentId").map(TagId::new),
                color(body).orElse(null));
        return Answer.created(TagJson.of(made));
    }

    Answer upsert(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        if (!body.isPresent("tags")) {
            throw InvalidFieldException.type("Invalid input: expected a list, received nothing", "tags");
        }
        List<TagPath> paths =
                body.listTexts("tags").stream().map(TagPath::parse).toList();
        return Answer.ok(json(tags.upsert(caller, paths)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        return Answer.ok(TagJson.of(tags.update(caller, idOf(http), label -> updated(label, body))));
    }

    private static TagLabel updated(TagLabel label, JsonFields body) {
        TagLabel named = body.isPresent("name") ? label.renamed(body.name("name")) : label;
        boolean isColored = body.isNull("color") || body.isPresent("color");
        return isColored ? named.withColor(color(body).orElse(null)) : named;
    }

    Answer delete(Context http, Caller caller) {
        tags.delete(caller, idOf(http));
        return Answer.NO_CONTENT;
    }

    Answer attach(Context http, Caller caller) throws IOException {
        var assets = JsonFields.ofBody(http).assetIds("ids");
        return Answer.ok(OutcomeJson.of(tags.attach(caller, idOf(http), assets)));
    }

    Answer detach(Context http, Caller caller) throws IOException {
        var assets = JsonFields.ofBody(http).assetIds("ids");
        return Answer.ok(OutcomeJson.of(tags.detach(caller, idOf(http), assets)));
    }

    Answer attachAll(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        List<TagId> ids = body.uuids("tagIds").stream().map(TagId::new).toList();
        return Answer.ok(new CountJson(tags.attachAll(caller, ids, body.assetIds("assetIds"))));
    }

    /** Empty text stands for none, as null does. */
    private static Optional<TagColor> color(Fields body) {
        return body.findText("color").filter(text -> !text.isEmpty()).map(TagColor::parse);
    }

    private static List<TagJson> json(List<Tag> tags) {
        return tags.stream().map(TagJson::of).toList();
    }

    private static TagId idOf(Context http) {
        return new TagId(TextFields.uuidInPath(http));
    }
}
