package app.heirloom.library.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of several duplicates to keep: the first rule that tells them apart decides. When none does, the most pixels
 * decide, then the most bytes, then the order in which they are listed; so the answer is the same every time.
 */
public record KeeperRules(List<KeeperRule> rules) {
    /** Most pixels, most bytes, first listed. What is not known counts as none. */
    public static final KeeperRules DEFAULT = new KeeperRules(List.of(KeeperRule.PIXELS, KeeperRule.BYTES));

    public KeeperRules {
        rules = List.copyOf(rules);
    }

    /**
     * Duplicates in order.
     *
     * @param ranked the one to keep comes first
     * @param reason why it is kept, to be read after "kept because"
     */
    public record Choice(List<KeeperCandidate> ranked, String reason) {
        public KeeperCandidate keeper() {
            return ranked.getFirst();
        }
    }

    /**
     * From rules with commas between them, the most important first, as {@code favorite,format=heic>jpg,oldest}; the
     * empty text is {@link #DEFAULT}.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID for what is no rule
     */
    public static KeeperRules parse(String text) {
        List<KeeperRule> rules = new ArrayList<>();
        if (!text.isBlank()) {
            Arrays.stream(text.split(",", -1)).map(KeeperRule::parse).forEach(rules::add);
        }
        rules.addAll(DEFAULT.rules());
        return new KeeperRules(rules);
    }

    /** How people write them. */
    public String text() {
        return rules.stream().map(KeeperRule::text).distinct().collect(Collectors.joining(","));
    }

    /** Ranks one duplicate or more. */
    public Choice choose(List<KeeperCandidate> candidates) {
        Comparator<KeeperCandidate> order = (_, _) -> 0;
        for (KeeperRule rule : rules) {
            order = order.thenComparing(rule.better());
        }
        List<KeeperCandidate> ranked = candidates.stream().sorted(order).toList();
        return new Choice(ranked, reason(ranked));
    }

    /** The first rule by which anything was left out while all before saw no difference to the best. */
    private String reason(List<KeeperCandidate> ranked) {
        KeeperCandidate keeper = ranked.getFirst();
        List<KeeperCandidate> rivals = ranked.subList(1, ranked.size());
        List<String> reasons = new ArrayList<>();
        for (KeeperRule rule : rules) {
            List<KeeperCandidate> equals = rivals.stream()
                    .filter(rival -> rule.better().compare(keeper, rival) == 0)
                    .toList();
            if (equals.size() < rivals.size()) {
                reasons.add(rule.reason().apply(keeper));
            }
            rivals = equals;
        }
        if (!rivals.isEmpty()) {
            reasons.add(
                    reasons.isEmpty() ? "all are alike and it is listed first" : "it is listed first of those left");
        }
        return reasons.isEmpty() ? "there is no other" : String.join(", then ", reasons);
    }
}
