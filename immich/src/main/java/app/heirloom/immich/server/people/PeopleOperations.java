package app.heirloom.immich.server.people;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.FACE_CREATE;
import static app.heirloom.library.user.Permission.FACE_DELETE;
import static app.heirloom.library.user.Permission.FACE_READ;
import static app.heirloom.library.user.Permission.FACE_UPDATE;
import static app.heirloom.library.user.Permission.PERSON_CREATE;
import static app.heirloom.library.user.Permission.PERSON_DELETE;
import static app.heirloom.library.user.Permission.PERSON_MERGE;
import static app.heirloom.library.user.Permission.PERSON_READ;
import static app.heirloom.library.user.Permission.PERSON_REASSIGN;
import static app.heirloom.library.user.Permission.PERSON_STATISTICS;
import static app.heirloom.library.user.Permission.PERSON_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on people and faces. */
public final class PeopleOperations {
    private PeopleOperations() {}

    public static List<Operation> of(Library library) {
        var people = new PersonRoutes(library.organising().faces(), library.shelves());
        var merges = new MergeRoutes(library.organising().faces().merging());
        var faces =
                new FaceRoutes(library.organising().faces(), library.shelves().transactions());
        var recognition = new RecognitionRoutes(library.organising().faces().recognition());
        return List.of(
                needs(PERSON_READ, GET, "/heirloom/people/recognition", recognition::consent),
                needs(PERSON_UPDATE, PUT, "/heirloom/people/recognition", recognition::changeConsent),
                needs(PERSON_READ, GET, "/heirloom/people/suggestions", recognition::suggestions),
                needs(PERSON_MERGE, POST, "/heirloom/people/suggestions/accept", recognition::accept),
                needs(PERSON_UPDATE, POST, "/heirloom/people/suggestions/reject", recognition::reject),
                needs(PERSON_READ, GET, "/heirloom/people/journal", recognition::journal),
                needs(PERSON_MERGE, POST, "/heirloom/people/journal/{number}/undo", recognition::undo),
                needs(PERSON_READ, GET, "/people", people::list),
                needs(PERSON_CREATE, POST, "/people", people::create),
                needs(PERSON_UPDATE, PUT, "/people", people::updateMany),
                needs(PERSON_DELETE, DELETE, "/people", people::deleteMany),
                needs(PERSON_MERGE, POST, "/people/merge", merges::merge),
                needs(PERSON_READ, GET, "/people/{id}", people::get),
                needs(PERSON_UPDATE, PUT, "/people/{id}", people::update),
                needs(PERSON_UPDATE, PATCH, "/people/{id}", people::update),
                needs(PERSON_DELETE, DELETE, "/people/{id}", people::delete),
                needs(PERSON_MERGE, POST, "/people/{id}/merge", merges::mergeInto),
                needs(PERSON_REASSIGN, PUT, "/people/{id}/reassign", faces::reassign),
                needs(PERSON_STATISTICS, GET, "/people/{id}/statistics", people::statistics),
                needs(PERSON_READ, GET, "/people/{id}/thumbnail", people::thumbnail),
                needs(PERSON_READ, GET, "/search/person", people::search),
                needs(FACE_READ, GET, "/faces", faces::list),
                needs(FACE_CREATE, POST, "/faces", faces::create),
                needs(FACE_UPDATE, PUT, "/faces/{id}", faces::assign),
                needs(FACE_DELETE, DELETE, "/faces/{id}", faces::delete));
    }
}
