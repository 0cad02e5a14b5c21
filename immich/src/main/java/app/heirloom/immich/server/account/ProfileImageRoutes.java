package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.ProfileImageJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.FileAnswer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.immich.server.upload.MultipartReader;
import app.heirloom.library.preview.ProfileImages;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.administration.Accounts;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;

/** Pictures of users. */
record ProfileImageRoutes(Accounts accounts, ProfileImages images) {
    private static final String FIELD = "file";

    Answer get(Context http, Caller caller) {
        User user = accounts.get(new UserId(TextFields.uuidInPath(http)));
        return new FileAnswer(images.locate(user), "image/webp", user.id() + ".webp");
    }

    Answer create(Context http, Caller caller) throws IOException {
        String boundary = MultipartReader.boundaryOf(Objects.requireNonNullElse(http.contentType(), ""));
        var parts = new MultipartReader(http.bodyInputStream(), boundary);
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().header().name().equals(FIELD)) {
                return Answer.created(
                        ProfileImageJson.of(images.save(caller.id(), part.get().content())));
            }
        }
        throw InvalidFieldException.type("Invalid input: a file is required", FIELD);
    }

    Answer delete(Context http, Caller caller) {
        images.remove(caller.id());
        return Answer.NO_CONTENT;
    }
}
