package app.heirloom.testkit.remote.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Which requests to a {@link StandInServer} go wrong. */
public final class Faults {
    private final List<Rule> rules = new ArrayList<>();

    private static final class Rule {
        private final Pattern request;
        private final IntPredicate hits;
        private final Fault fault;
        private int matches;

        Rule(Pattern request, IntPredicate hits, Fault fault) {
            this.request = request;
            this.hits = hits;
            this.fault = fault;
        }

        boolean meets(String text) {
            return request.matcher(text).matches() && hits.test(++matches);
        }
    }

    /**
     * One request goes wrong.
     *
     * @param request a regular expression of its method and path, as {@code GET /api/assets/[^/]+/original}
     * @param nth the first such request is 1
     */
    public synchronized Faults at(String request, int nth, Fault fault) {
        rules.add(new Rule(Pattern.compile(request), match -> match == nth, fault));
        return this;
    }

    /** Every nth such request goes wrong. */
    public synchronized Faults every(String request, int nth, Fault fault) {
        rules.add(new Rule(Pattern.compile(request), match -> match % nth == 0, fault));
        return this;
    }

    /** All such requests go wrong. */
    public Faults always(String request, Fault fault) {
        return every(request, 1, fault);
    }

    /** From now on nothing goes wrong. */
    public synchronized void clear() {
        rules.clear();
    }

    synchronized Optional<Fault> next(String request) {
        return rules.stream()
                .filter(rule -> rule.meets(request))
                .map(rule -> rule.fault)
                .reduce((first, other) -> first); // every rule counts
    }
}
