package app.heirloom.tools.duplicates;

/**
 * What an analysis found; a keeper for each group and the losers are all of its assets.
 *
 * @param needsReview groups whose members contradict each other
 * @param external members that are in external libraries
 * @param single groups left out, since fewer than two of their members are still there
 * @param recoverableBytes what the losers take
 */
public record AnalysisSummary(
        long groups, long assets, long needsReview, long external, long single, long recoverableBytes) {
    public static final AnalysisSummary NOTHING = new AnalysisSummary(0, 0, 0, 0, 0, 0);

    public long losers() {
        return assets - groups;
    }

    public AnalysisSummary plus(AnalyzedGroup group) {
        long bytes = group.losers().stream()
                .map(loser -> loser.file().sizeInBytes())
                .mapToLong(size -> size == null ? 0 : size)
                .sum();
        return new AnalysisSummary(
                groups + 1,
                assets + 1 + group.losers().size(),
                needsReview + (group.needsReview() ? 1 : 0),
                external + group.assets().filter(AnalyzedAsset::isExternal).count(),
                single,
                recoverableBytes + bytes);
    }

    public AnalysisSummary plusSingle() {
        return new AnalysisSummary(groups, assets, needsReview, external, single + 1, recoverableBytes);
    }
}
