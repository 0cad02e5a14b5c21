package app.heirloom.immich.server.people;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.WireDates;
import app.heirloom.immich.json.people.PersonJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.journal.JournalRepository.Entry;
import app.heirloom.library.recognition.PersonReview.Question;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What only Heirloom has: whether to recognise people, who may be one, and the way back. */
final class RecognitionRoutes {
    private final Library.Recognition recognition;

    RecognitionRoutes(Library.Recognition recognition) {
        this.recognition = recognition;
    }

    /** Whether faces are looked for in the user's photos. */
    record ConsentJson(boolean enabled) {}

    /**
     * Two people who may be one.
     *
     * @param similarity mean cosine similarity between their faces
     */
    record SuggestionJson(List<PersonJson> people, double similarity) {
        static SuggestionJson of(Question question) {
            return new SuggestionJson(
                    List.of(PersonJson.of(question.one()), PersonJson.of(question.other())), question.similarity());
        }
    }

    /** What was done to people, and how many faces and people it changed. */
    record ActJson(long number, String act, String at, boolean undone, long faces, long people) {
        static ActJson of(Entry entry) {
            return new ActJson(
                    entry.number(),
                    entry.act().name().toLowerCase(Locale.ROOT),
                    WireDates.format(entry.at()),
                    entry.undone() != null,
                    entry.faces(),
                    entry.people());
        }
    }

    Answer consent(Context http, Caller caller) {
        return Answer.ok(new ConsentJson(recognition.consent().isGiven(caller)));
    }

    /** {@code forget} takes away what was found, when it is switched off. */
    Answer changeConsent(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        if (body.flag("enabled")) {
            recognition.consent().give(caller);
        } else {
            recognition.consent().refuse(caller, body.findFlag("forget").orElse(false));
        }
        return consent(http, caller);
    }

    Answer suggestions(Context http, Caller caller) {
        return Answer.ok(recognition.review().list(caller).stream()
                .map(SuggestionJson::of)
                .toList());
    }

    Answer accept(Context http, Caller caller) throws IOException {
        List<UUID> pair = pair(http);
        recognition.review().accept(caller, new PersonId(pair.getFirst()), new PersonId(pair.getLast()));
        return Answer.NO_CONTENT;
    }

    Answer reject(Context http, Caller caller) throws IOException {
        List<UUID> pair = pair(http);
        recognition.review().reject(caller, new PersonId(pair.getFirst()), new PersonId(pair.getLast()));
        return Answer.NO_CONTENT;
    }

    Answer journal(Context http, Caller caller) {
        return Answer.ok(
                recognition.history().list(caller).stream().map(ActJson::of).toList());
    }

    Answer undo(Context http, Caller caller) {
        recognition.history().undo(caller, number(http.pathParam("number")));
        return Answer.NO_CONTENT;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw InvalidFieldException.format("Invalid number", "number");
        }
    }

    private static List<UUID> pair(Context http) throws IOException {
        List<UUID> ids = List.copyOf(JsonFields.ofBody(http).uuids("ids"));
        if (ids.size() != 2) {
            throw InvalidFieldException.value("Expected the ids of two people", "ids");
        }
        return ids;
    }
}
