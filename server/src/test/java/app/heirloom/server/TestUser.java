package app.heirloom.server;

import app.heirloom.library.user.Account;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.server.TestServer.Response;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A user besides the admin, who has logged in; made in the database of a running server. */
record TestUser(TestServer server, UserId id, String token) {
    private static final String PASSWORD = "battery staple";

    static TestUser add(TestServer server, Path data, String name) {
        String email = name.toLowerCase(Locale.ROOT) + "@example.com";
        UserId id = UserId.random();
        Instant now = Instant.now();
        var user = new User(id, new Account(email, name, false, false), Quota.UNLIMITED, now, now);
        try (var storage =
                SqlStorage.open(DatabaseConfig.sqlite(data.resolve("heirloom.db")), InstantSource.system())) {
            storage.transactions().run(() -> storage.users().add(user, new BcryptPasswords().hash(PASSWORD)));
        }
        Response login = server.post("/auth/login", TestServer.credentials(email, PASSWORD, name));
        return new TestUser(server, id, login.json().get("accessToken").stringValue());
    }

    Response get(String path) {
        return send("GET", path, "");
    }

    Response send(String method, String path, String json) {
        return server.send(server.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    /** The id of the asset that is made of it. */
    String upload(Form form) {
        return server.send(server.request("/assets")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(form.toBytes())))
                .json()
                .get("id")
                .stringValue();
    }
}
