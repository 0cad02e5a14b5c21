package app.heirloom.immich.server.account;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.user.AvatarColor;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request changes about a user; what it does not mention stays. */
final class UserUpdate {
    /** A folder's name: nothing that leads elsewhere, and no hidden folders. */
    private static final Pattern STORAGE_LABEL = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._ -]{0,99}");

    private UserUpdate() {}

    /** What users may change about themselves. A password of one's own choice need not be changed again. */
    static UnaryOperator<User> ofOneself(JsonFields body) {
        var changes = new ArrayList<>(common(body));
        AccountFields.findPassword(body)
                .ifPresent(password ->
                        changes.add(user -> user.withAccount(user.account().withShouldChangePassword(false))));
        return inOrder(changes);
    }

    /** What admins may change about anybody. */
    static UnaryOperator<User> ofAnybody(JsonFields body) {
        var changes = new ArrayList<>(common(body));
        body.findFlag("isAdmin")
                .ifPresent(admin ->
                        changes.add(user -> user.withAccount(user.account().withAdmin(admin))));
        body.findFlag("shouldChangePassword")
                .ifPresent(should ->
                        changes.add(user -> user.withAccount(user.account().withShouldChangePassword(should))));
        if (body.isPresent("quotaSizeInBytes") || body.isNull("quotaSizeInBytes")) {
            Long size = findSize(body);
            changes.add(user -> user.withQuota(new Quota(size, user.quota().usageInBytes())));
        }
        if (body.isPresent("storageLabel") || body.isNull("storageLabel")) {
            String label = findStorageLabel(body);
            changes.add(user -> user.withStorageLabel(label));
        }
        return inOrder(changes);
    }

    private static List<UnaryOperator<User>> common(JsonFields body) {
        var changes = new ArrayList<UnaryOperator<User>>();
        AccountFields.findEmail(body)
                .ifPresent(email ->
                        changes.add(user -> user.withAccount(user.account().withEmail(email))));
        AccountFields.findName(body)
                .ifPresent(name ->
                        changes.add(user -> user.withAccount(user.account().withName(name))));
        if (body.isPresent("avatarColor") || body.isNull("avatarColor")) {
            AvatarColor color = body.findChoice("avatarColor", AvatarColor.values(), AvatarColor::lowerCase)
                    .orElse(null);
            changes.add(user -> user.withProfile(user.profile().withColor(color)));
        }
        return changes;
    }

    private static UnaryOperator<User> inOrder(List<UnaryOperator<User>> changes) {
        return user -> {
            User changed = user;
            for (UnaryOperator<User> change : changes) {
                changed = change.apply(changed);
            }
            return changed;
        };
    }

    private static @Nullable Long findSize(JsonFields body) {
        Double size = body.findNumber("quotaSizeInBytes").orElse(null);
        if (size == null) {
            return null;
        }
        if (size < 0 || size != Math.rint(size)) {
            throw InvalidFieldException.value("Must be a whole number of bytes, 0 or more", "quotaSizeInBytes");
        }
        return size.longValue();
    }

    /** An empty label is none. */
    private static @Nullable String findStorageLabel(JsonFields body) {
        String label = body.findText("storageLabel").orElse("");
        if (!label.isEmpty() && !STORAGE_LABEL.matcher(label).matches()) {
            throw InvalidFieldException.format(
                    "Must be fit for a folder: letters, digits, spaces and ._- only", "storageLabel");
        }
        return label.isEmpty() ? null : label;
    }
}
