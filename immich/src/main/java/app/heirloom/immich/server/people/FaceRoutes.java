package app.heirloom.immich.server.people;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.people.FaceJson;
import app.heirloom.immich.json.people.PersonJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.tagging.FaceTagging;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Faces on assets, and whose they are. */
final class FaceRoutes {
    private final Library.Faces library;
    private final Transactions transactions;

    FaceRoutes(Library.Faces library, Transactions transactions) {
        this.library = library;
        this.transactions = transactions;
    }

    Answer list(Context http, Caller caller) {
        List<Face> faces = library.tagging()
                .list(caller, new AssetId(TextFields.ofQuery(http).uuid("id")));
        Set<PersonId> seen =
                faces.stream().map(Face::person).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<PersonId, Person> people = transactions.read(() -> library.persons().list(caller.id(), seen)).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return Answer.ok(faces.stream()
                .map(face ->
                        FaceJson.of(face, Optional.ofNullable(face.person()).map(people::get)))
                .toList());
    }

    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var seen = new FaceTagging.Appearance(new AssetId(body.uuid("assetId")), new PersonId(body.uuid("personId")));
        library.tagging().draw(caller, seen, box(body));
        return context -> context.status(201);
    }

    /** The person stands in the path, the face in the body. */
    Answer assign(Context http, Caller caller) throws IOException {
        var person = new PersonId(TextFields.uuidInPath(http));
        var face = new FaceId(JsonFields.ofBody(http).uuid("id"));
        return Answer.ok(PersonJson.of(library.tagging().assign(caller, face, person)));
    }

    Answer delete(Context http, Caller caller) throws IOException {
        boolean forever = JsonFields.ofBody(http).findFlag("force").orElse(false);
        library.tagging().remove(caller, new FaceId(TextFields.uuidInPath(http)), forever);
        return Answer.NO_CONTENT;
    }

    /** Answers with the person once for each of the assets. */
    Answer reassign(Context http, Caller caller) throws IOException {
        List<FaceTagging.Appearance> seen = JsonFields.ofBody(http).list("data").stream()
                .map(item -> new FaceTagging.Appearance(
                        new AssetId(item.uuid("assetId")), new PersonId(item.uuid("personId"))))
                .toList();
        Person person = library.tagging().reassign(caller, new PersonId(TextFields.uuidInPath(http)), seen);
        return Answer.ok(Collections.nCopies(seen.size(), PersonJson.of(person)));
    }

    private static FaceBox box(Fields body) {
        var image = new Dimensions(positive(body, "imageWidth"), positive(body, "imageHeight"));
        int left = within(body, "x", image.width());
        int top = within(body, "y", image.height());
        int width = positive(body, "width");
        int height = positive(body, "height");
        if (width > image.width() - left) {
            throw InvalidFieldException.value("The box reaches out of its image", "width");
        }
        if (height > image.height() - top) {
            throw InvalidFieldException.value("The box reaches out of its image", "height");
        }
        return new FaceBox(image, left, top, left + width, top + height);
    }

    private static int positive(Fields body, String name) {
        int number = body.integer(name);
        if (number < 1) {
            throw InvalidFieldException.value("Too small: expected at least 1", name);
        }
        return number;
    }

    private static int within(Fields body, String name, int size) {
        int number = body.integer(name);
        if (number < 0 || number >= size) {
            throw InvalidFieldException.value("The box lies outside of its image", name);
        }
        return number;
    }
}
