package app.heirloom.immich.json.server;

import app.heirloom.library.asset.usage.Usage;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the library is full of, in numbers and bytes. */
public record StatisticsJson(
        long photos, long videos, long usage, long usagePhotos, long usageVideos, List<UserUsageJson> usageByUser) {

    /** What one user has. */
    public record UserUsageJson(
            UUID userId,
            String userName,
            long photos,
            long videos,
            long usage,
            long usagePhotos,
            long usageVideos,
            @Nullable Long quotaSizeInBytes) {

        static UserUsageJson of(User user, Usage usage) {
            return new UserUsageJson(
                    user.id().value(),
                    user.account().name(),
                    usage.counts().images(),
                    usage.counts().videos(),
                    usage.imageBytes() + usage.videoBytes(),
                    usage.imageBytes(),
                    usage.videoBytes(),
                    user.quota().sizeInBytes());
        }
    }

    /** Of all users in the list, and in the order of what they have. */
    public static StatisticsJson of(List<User> users, List<Usage> usages) {
        Map<UserId, User> byId = users.stream().collect(Collectors.toMap(User::id, Function.identity()));
        List<UserUsageJson> byUser = usages.stream()
                .flatMap(usage -> Stream.ofNullable(byId.get(usage.user())).map(user -> UserUsageJson.of(user, usage)))
                .toList();
        long photoBytes = byUser.stream().mapToLong(UserUsageJson::usagePhotos).sum();
        long videoBytes = byUser.stream().mapToLong(UserUsageJson::usageVideos).sum();
        return new StatisticsJson(
                byUser.stream().mapToLong(UserUsageJson::photos).sum(),
                byUser.stream().mapToLong(UserUsageJson::videos).sum(),
                photoBytes + videoBytes,
                photoBytes,
                videoBytes,
                byUser);
    }
}
