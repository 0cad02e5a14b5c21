package app.heirloom.cli.duplicate;

/** Who reads a report; named as the option's values are. */
enum ReportFormat {
    text,
    json
}
