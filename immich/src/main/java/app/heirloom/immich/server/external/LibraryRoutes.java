package app.heirloom.immich.server.external;

import app.heirloom.immich.json.external.LibraryJson;
import app.heirloom.immich.json.external.LibraryStatisticsJson;
import app.heirloom.immich.json.external.LibraryValidationJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.ExternalLibraries;
import app.heirloom.library.external.ExternalLibraries.Stocked;
import app.heirloom.library.external.ExternalLibrary.Scope;
import app.heirloom.library.external.LibraryStatistics;
import app.heirloom.library.external.folder.Exclusions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.UserId;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** External libraries, as admins keep them. */
final class LibraryRoutes {
    private static final int MOST = 128;
    private static final String DEFAULT_NAME = "New External Library";
    private static final String IMPORT_PATHS = "importPaths";
    private static final String EXCLUSION_PATTERNS = "exclusionPatterns";

    private final ExternalLibraries libraries;

    LibraryRoutes(ExternalLibraries libraries) {
        this.libraries = libraries;
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(libraries.list().stream().map(LibraryRoutes::json).toList());
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(json(libraries.get(idInPath(http))));
    }

    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var owner = new UserId(body.findUuid("ownerId")
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: expected a UUID", "ownerId")));
        String name = name(body).orElse(DEFAULT_NAME);
        var scope = new Scope(
                texts(body, IMPORT_PATHS).orElse(List.of()),
                texts(body, EXCLUSION_PATTERNS).orElse(Exclusions.DEFAULTS));
        return Answer.created(LibraryJson.of(libraries.create(owner, name, scope), LibraryStatistics.NONE));
    }

    Answer update(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Optional<List<String>> importPaths = texts(body, IMPORT_PATHS);
        Optional<List<String>> patterns = texts(body, EXCLUSION_PATTERNS);
        return Answer.ok(json(libraries.update(
                idInPath(http),
                name(body),
                before -> new Scope(
                        importPaths.orElse(before.importPaths()), patterns.orElse(before.exclusionPatterns())))));
    }

    Answer delete(Context http, Caller caller) {
        libraries.remove(idInPath(http));
        return Answer.NO_CONTENT;
    }

    /** With {@code force=true}, which is ours, the scan takes offline whatever is gone, however much that is. */
    Answer scan(Context http, Caller caller) {
        boolean force = TextFields.ofQuery(http).findFlag("force").orElse(false);
        libraries.scan(idInPath(http), force);
        return Answer.NO_CONTENT;
    }

    Answer statistics(Context http, Caller caller) {
        Stocked found = libraries.get(idInPath(http));
        return Answer.ok(LibraryStatisticsJson.of(
                found.statistics(), found.library().state().note()));
    }

    Answer validate(Context http, Caller caller) throws IOException {
        libraries.get(idInPath(http));
        var body = JsonFields.ofBody(http);
        texts(body, EXCLUSION_PATTERNS).ifPresent(Exclusions::new);
        List<String> paths = texts(body, IMPORT_PATHS).orElse(List.of());
        return Answer.ok(LibraryValidationJson.of(paths, libraries.objections(paths)));
    }

    private static LibraryId idInPath(Context http) {
        return new LibraryId(TextFields.uuidInPath(http));
    }

    private static LibraryJson json(Stocked found) {
        return LibraryJson.of(found.library(), found.statistics());
    }

    private static Optional<String> name(JsonFields body) {
        Optional<String> name = body.findText("name");
        name.filter(String::isBlank).ifPresent(blank -> {
            throw InvalidFieldException.value("The name may not be empty", "name");
        });
        return name;
    }

    /** A list whose members are all different and none of them empty. */
    private static Optional<List<String>> texts(JsonFields body, String field) {
        if (!body.isPresent(field)) {
            return Optional.empty();
        }
        List<String> texts = body.listTexts(field);
        if (texts.size() > MOST) {
            throw InvalidFieldException.value("There may be " + MOST + " at most", field);
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank() || !seen.add(texts.get(i))) {
                throw InvalidFieldException.value("Each must be different and not empty", field, i);
            }
        }
        return Optional.of(texts);
    }
}
