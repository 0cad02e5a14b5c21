package app.heirloom.immich.server.account;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.AssetCountsJson;
import app.heirloom.immich.server.asset.AssetFilterQuery;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Users, as admins see them. */
final class UserAdminRoutes {
    private final Library.Entrance entrance;
    private final Library.Shelves shelves;
    private final AccountView view;

    UserAdminRoutes(Library.Entrance entrance, Library.Shelves shelves, AccountView view) {
        this.entrance = entrance;
        this.shelves = shelves;
        this.view = view;
    }

    Answer list(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        boolean withDeleted = query.findFlag("withDeleted").orElse(false);
        Optional<UserId> only = query.findUuid("id").map(UserId::new);
        return Answer.ok(entrance.household().administration().list().stream()
                .filter(user -> withDeleted || user.isActive())
                .filter(user -> only.isEmpty() || only.get().equals(user.id()))
                .map(view::of)
                .toList());
    }

    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        String password = AccountFields.password(body);
        var account = new Account(
                AccountFields.email(body),
                AccountFields.name(body),
                false,
                body.findFlag("shouldChangePassword").orElse(true));
        Optional<String> pin = AccountFields.findPin(body, "pinCode");
        User user = entrance.accounts().create(account, password, UserUpdate.ofAnybody(body));
        pin.ifPresent(code -> entrance.pinCodes().setUp(user.id(), code));
        return Answer.created(view.of(user));
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(view.of(find(http)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        UserId id = id(http);
        var body = JsonFields.ofBody(http);
        Optional<String> pin = AccountFields.findPin(body, "pinCode");
        User user = entrance.accounts().change(id, UserUpdate.ofAnybody(body), AccountFields.findPassword(body));
        if (pin.isPresent() || body.isNull("pinCode")) {
            entrance.pinCodes().replace(id, pin);
        }
        return Answer.ok(view.of(user));
    }

    Answer delete(Context http, Caller caller) throws IOException {
        boolean atOnce = JsonFields.ofBody(http).findFlag("force").orElse(false);
        return Answer.ok(view.of(entrance.household().administration().delete(id(http), atOnce)));
    }

    Answer restore(Context http, Caller caller) {
        return Answer.ok(view.of(entrance.household().administration().restore(id(http))));
    }

    Answer statistics(Context http, Caller caller) {
        UserId id = find(http).id();
        AssetFilter filter = AssetFilterQuery.read(http);
        return Answer.ok(AssetCountsJson.of(
                shelves.transactions().read(() -> shelves.assets().count(id, filter))));
    }

    private User find(Context http) {
        return entrance.household().administration().get(id(http));
    }

    private static UserId id(Context http) {
        return new UserId(TextFields.uuidInPath(http));
    }
}
