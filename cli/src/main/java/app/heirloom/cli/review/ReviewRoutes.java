package app.heirloom.cli.review;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Review;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the page asks for, below its secret path. */
final class ReviewRoutes {
    /** So many groups are shown at once. */
    static final int PAGE = 20;

    private static final Map<String, String> FILES = Map.of(
            "",
            "text/html; charset=utf-8",
            "review.js",
            "text/javascript; charset=utf-8",
            "review.css",
            "text/css; charset=utf-8");

    private final Review review;
    private final ReviewPhotos photos;
    private final Path file;
    private final Set<AssetId> shown;

    ReviewRoutes(Review review, ReviewPhotos photos, Path file) {
        this.review = review;
        this.photos = photos;
        this.file = file;
        this.shown = review.groups().stream()
                .flatMap(AnalyzedGroup::assets)
                .map(AnalyzedAsset::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param query names and values */
    ReviewAnswer get(String path, Map<String, String> query) {
        String type = FILES.get(path);
        if (type != null) {
            return new ReviewAnswer(200, type, resource(path.isEmpty() ? "review.html" : path));
        }
        int slash = path.indexOf('/');
        return switch (slash < 0 ? path : path.substring(0, slash)) {
            case "groups" -> groups(query);
            case "thumbnail" ->
                asset(path, slash)
                        .flatMap(photos::thumbnail)
                        .map(ReviewAnswer::picture)
                        .orElseGet(ReviewRoutes::nothing);
            case "preview" ->
                asset(path, slash)
                        .flatMap(photos::preview)
                        .map(ReviewAnswer::picture)
                        .orElseGet(ReviewRoutes::nothing);
            default -> nothing();
        };
    }

    ReviewAnswer post(String path, Map<String, String> query) {
        try {
            DuplicateGroupId group = DuplicateGroupId.parse(query.getOrDefault("group", ""));
            return switch (path) {
                case "keep" ->
                    ReviewAnswer.json(GroupView.of(review.keep(group, AssetId.parse(query.getOrDefault("asset", "")))));
                case "dismiss" -> {
                    review.dismiss(group);
                    yield ReviewAnswer.json(totals(review.groups()));
                }
                default -> nothing();
            };
        } catch (IllegalArgumentException e) {
            return ReviewAnswer.refusal(400, "No such group or asset");
        } catch (HeirloomException e) {
            return ReviewAnswer.refusal(409, e.getMessage());
        }
    }

    private ReviewAnswer groups(Map<String, String> query) {
        List<AnalyzedGroup> all = review.groups();
        List<AnalyzedGroup> wanted = query.containsKey("doubtful")
                ? all.stream().filter(AnalyzedGroup::needsReview).toList()
                : all;
        int pages = Math.max(1, (wanted.size() + PAGE - 1) / PAGE);
        int page = Math.clamp(number(query.getOrDefault("page", "1")), 1, pages);
        List<GroupView> views = wanted.stream()
                .skip((page - 1L) * PAGE)
                .limit(PAGE)
                .map(GroupView::of)
                .toList();
        return ReviewAnswer.json(Map.of("totals", totals(all), "page", page, "pages", pages, "groups", views));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
    }

    private Map<String, Object> totals(List<AnalyzedGroup> all) {
        long losers = all.stream().mapToLong(group -> group.losers().size()).sum();
        long bytes = all.stream()
                .flatMap(group -> group.losers().stream())
                .mapToLong(loser -> Objects.requireNonNullElse(loser.file().sizeInBytes(), 0L))
                .sum();
        return Map.of(
                "file",
                String.valueOf(file.getFileName()),
                "groups",
                all.size(),
                "doubtful",
                all.stream().filter(AnalyzedGroup::needsReview).count(),
                "losers",
                losers,
                "bytes",
                bytes);
    }

    /** Only what is in the analysis: the page is no way into the rest of the library. */
    private Optional<AssetId> asset(String path, int slash) {
        try {
            return Optional.of(AssetId.parse(path.substring(slash + 1))).filter(shown::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ReviewAnswer nothing() {
        return ReviewAnswer.refusal(404, "There is nothing here");
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = Objects.requireNonNull(ReviewRoutes.class.getResourceAsStream(name))) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
