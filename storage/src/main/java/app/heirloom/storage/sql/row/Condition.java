package app.heirloom.storage.sql.row;

import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conjunction in the making, with its arguments. */
public final class Condition {
    private final List<String> parts = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /** The owner's assets that pass the filter, in a form that the timeline's index serves. */
    public static Condition of(UserId owner, AssetFilter filter) {
        Condition condition = new Condition()
                .and("owner_id = ?", owner.value())
                .andVisible(filter)
                .andTrashed(filter);
        if (filter.favorite() != null) {
            condition.and(filter.favorite() ? "is_favorite" : "not is_favorite");
        }
        return condition;
    }

    /** Anybody's assets that pass the filter; who likes them is not asked. */
    public static Condition ofAnybody(AssetFilter filter) {
        return new Condition().andVisible(filter).andTrashed(filter);
    }

    /** The owner's time buckets that count what passes the filter, which must not ask for favourites. */
    public static Condition ofBuckets(UserId owner, AssetFilter filter) {
        return new Condition()
                .and("owner_id = ?", owner.value())
                .andVisible(filter)
                .and("is_trashed = ?", filter.trashed());
    }

    private Condition andVisible(AssetFilter filter) {
        return filter.visibility() == null
                ? and("visibility in (?, ?)", Visibility.TIMELINE, Visibility.ARCHIVE)
                : and("visibility = ?", filter.visibility());
    }

    private Condition andTrashed(AssetFilter filter) {
        return and(filter.trashed() ? "trashed_at is not null" : "trashed_at is null");
    }

    public Condition and(String part, Object... partArguments) {
        parts.add(part);
        arguments.addAll(List.of(partArguments));
        return this;
    }

    public String sql() {
        return String.join(" and ", parts);
    }

    /** The arguments of the condition, and then these. */
    @Nullable
    public Object[] arguments(Object... more) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
