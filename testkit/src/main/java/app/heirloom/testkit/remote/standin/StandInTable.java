package app.heirloom.testkit.remote.standin;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request a stand-in answers how; the first that matches. */
final class StandInTable {
    /** The one group of a path with an id in it. */
    static final String ID = "([0-9a-f-]{36})";

    private final Map<Pattern, BiFunction<StandInRequest, Matcher, StandInAnswer>> table = new LinkedHashMap<>();

    static StandInTable of(FakePhotoServer photos) {
        var table = new StandInTable();
        new StandInAccountRoutes(photos).addTo(table);
        new StandInAssetRoutes(photos).addTo(table);
        new StandInGroupRoutes(photos).addTo(table);
        new StandInPeopleRoutes(photos).addTo(table);
        return table;
    }

    /** @param request method and path, as a regular expression */
    void add(String request, BiFunction<StandInRequest, Matcher, StandInAnswer> route) {
        table.put(Pattern.compile(request), route);
    }

    StandInAnswer answer(StandInRequest request) {
        for (var route : table.entrySet()) {
            Matcher matcher = route.getKey().matcher(request.name());
            if (matcher.matches()) {
                try {
                    return route.getValue().apply(request, matcher);
                } catch (HeirloomException e) {
                    return refusal(e);
                }
            }
        }
        return StandInAnswer.refusal(404, "Cannot " + request.name());
    }

    private static StandInAnswer refusal(HeirloomException failure) {
        return switch (failure.code()) {
            case FORBIDDEN -> StandInAnswer.refusal(403, failure.getMessage());
            case NO_ACCESS -> StandInAnswer.refusal(400, "Not found or no access");
            default -> StandInAnswer.refusal(400, failure.getMessage());
        };
    }

    static UUID id(Matcher path) {
        return UUID.fromString(path.group(1));
    }

    static AssetId asset(Matcher path) {
        return new AssetId(id(path));
    }
}
