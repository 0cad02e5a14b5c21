package app.heirloom.tools.resolution.report;

import app.heirloom.tools.duplicates.AnalyzedGroup;

/** What became of which group. */
public record GroupReport(AnalyzedGroup group, GroupOutcome outcome) {}
