package app.heirloom.tools.duplicates;

import app.heirloom.library.duplicate.merge.MetadataConflict.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Kinds of duplicate groups by which a library shows what it can try out: which one wins (W), what the winner takes over
 * from the others (C for consolidation), what they contradict each other about (F), and extremes (X). The codes are those
 * of immich-dupes 1.2.
 */
@SuppressWarnings("ImmutableEnumChecker") // the conditions have no state
public enum Scenario {
    W1("clear winner by dimensions", ScenarioGroup::hasClearWinner),
    W2("same dimensions, different sizes", group -> group.areSameDimensions() && !group.areSameSizes()),
    W3("same dimensions, same size", group -> group.areSameDimensions() && group.areSameSizes()),
    W4("dimensions missing for some", group -> group.measured() > 0 && group.measured() < group.size()),
    W5("dimensions known for one alone", group -> group.measured() == 1),
    W6("dimensions missing for all", group -> group.measured() == 0),
    W7("three or more", group -> group.size() >= 3),
    W8("as many pixels in other proportions", ScenarioGroup::haveOtherProportions),

    C1("winner lacks a position that another has", group -> group.lacksWhatOthersHave(ScenarioGroup.Fact.GPS)),
    C2("winner lacks a date that another has", group -> group.lacksWhatOthersHave(ScenarioGroup.Fact.DATE)),
    C3(
            "winner lacks a description that another has",
            group -> group.lacksWhatOthersHave(ScenarioGroup.Fact.DESCRIPTION)),
    C4("winner lacks all that another has", ScenarioGroup::lacksAllThatOneHas),
    C5("winner and another have positions", ScenarioGroup::haveBothPositions),
    C6("several others contribute", group -> group.contributors() > 1),
    C7("winner lacks what nobody has", group -> !group.isComplete() && group.contributors() == 0),
    C8("winner is complete", ScenarioGroup::isComplete),

    F1("positions apart", group -> group.contradicts(Kind.GPS)),
    F2("positions nearly the same", ScenarioGroup::areNearlyAtOnePlace),
    F3("different zones", group -> group.contradicts(Kind.TIMEZONE)),
    F4("different cameras", group -> group.contradicts(Kind.CAMERA_INFO)),
    F5("different capture times", group -> group.contradicts(Kind.CAPTURE_TIME)),
    F6("two or more contradictions", group -> group.conflicts() >= 2),
    F7("no contradiction", group -> group.conflicts() == 0),

    X1("a single asset, which should be no group", group -> group.size() == 1),
    X2("ten or more", group -> group.size() >= 10),
    X3("a file over 50 MiB", group -> group.hasFileLargerThan(50L << 20)),
    X4("special characters in a file name", ScenarioGroup::hasSpecialFileName),
    X5("video", ScenarioGroup::hasVideo),
    X6("HEIC", group -> group.hasFormat(".heic", ".heif", ".hif")),
    X7("PNG", group -> group.hasFormat(".png")),
    X8("RAW", ScenarioGroup::hasRaw),
    X9("description that is not ASCII", ScenarioGroup::hasForeignDescription),
    X10("taken before 1990", group -> group.hasYear(year -> year >= 1800 && year < 1990)),
    X11("taken in the future", group -> group.hasYear(year -> year > group.currentYear() && year <= 2100));

    private final String title;
    private final Predicate<ScenarioGroup> holds;

    Scenario(String title, Predicate<ScenarioGroup> holds) {
        this.title = title;
        this.holds = holds;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** Those whose code begins so, as all beginning with {@code c}; all when the text is empty. */
    public static List<Scenario> startingWith(String prefix) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.name().startsWith(prefix.toUpperCase(Locale.ROOT)))
                .toList();
    }

    boolean holds(ScenarioGroup group) {
        return holds.test(group);
    }
}
