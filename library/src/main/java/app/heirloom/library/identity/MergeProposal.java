package app.heirloom.library.identity;

import java.util.List;

/**
 * Sets that may be one person.
 *
 * @param target the lowest number, which the others would become part of
 * @param others in the order of their numbers
 * @param distance between the two that are least alike
 */
public record MergeProposal(int target, List<Integer> others, double distance) {
    public MergeProposal {
        others = List.copyOf(others);
    }
}
