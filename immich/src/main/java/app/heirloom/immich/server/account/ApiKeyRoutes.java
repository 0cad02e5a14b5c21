package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.ApiKeyJson;
import app.heirloom.immich.json.account.IssuedApiKeyJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.ApiKeyId;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.login.ApiKeys;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The caller's API keys. */
final class ApiKeyRoutes {
    private static final String DEFAULT_NAME = "API Key";
    private static final String NO_PERMISSION = "An API key needs at least one permission";

    private final ApiKeys keys;

    ApiKeyRoutes(ApiKeys keys) {
        this.keys = keys;
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(keys.list(caller).stream().map(ApiKeyJson::of).toList());
    }

    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Set<Permission> permissions =
                findPermissions(body).orElseThrow(() -> InvalidFieldException.type(NO_PERMISSION, "permissions"));
        return Answer.created(
                IssuedApiKeyJson.of(keys.issue(caller, findName(body).orElse(DEFAULT_NAME), permissions)));
    }

    /** Only a key can ask this of itself. */
    Answer mine(Context http, Caller caller) {
        return switch (caller.credential()) {
            case Caller.Credential.OfApiKey(var key) -> Answer.ok(ApiKeyJson.of(key));
            case Caller.Credential.OfSession session -> throw noKey();
            case Caller.Credential.OfSharedLink link -> throw noKey();
        };
    }

    private static HeirloomException noKey() {
        return ErrorCode.FORBIDDEN.exception("Not authenticated with an API key");
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(ApiKeyJson.of(keys.get(caller, id(http))));
    }

    Answer update(Context http, Caller caller) throws IOException {
        ApiKeyId id = id(http);
        var body = JsonFields.ofBody(http);
        return Answer.ok(ApiKeyJson.of(keys.change(caller, id, findName(body), findPermissions(body))));
    }

    Answer rotate(Context http, Caller caller) {
        return Answer.created(IssuedApiKeyJson.of(keys.rotate(caller, id(http))));
    }

    Answer delete(Context http, Caller caller) {
        keys.revoke(caller, id(http));
        return Answer.NO_CONTENT;
    }

    private static Optional<String> findName(JsonFields body) {
        return AccountFields.findName(body).filter(name -> !name.isBlank());
    }

    private static Optional<Set<Permission>> findPermissions(JsonFields body) {
        if (!body.isPresent("permissions")) {
            return Optional.empty();
        }
        Set<Permission> permissions = permissions(body);
        if (permissions.isEmpty()) {
            throw InvalidFieldException.value(NO_PERMISSION, "permissions");
        }
        return Optional.of(permissions);
    }

    private static Set<Permission> permissions(JsonFields body) {
        var permissions = EnumSet.noneOf(Permission.class);
        int index = 0;
        for (String name : body.listTexts("permissions")) {
            int position = index++;
            permissions.add(Permission.find(name)
                    .orElseThrow(
                            () -> InvalidFieldException.value("Unknown permission " + name, "permissions", position)));
        }
        return permissions;
    }

    private static ApiKeyId id(Context http) {
        return new ApiKeyId(TextFields.uuidInPath(http));
    }
}
