package app.heirloom.inference.download;

/** Is told how a pull goes on; from one thread. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void advanced(String file, long bytes, long total) {}

        @Override
        public void said(String sentence) {}
    };

    /**
     * More of a file is here.
     *
     * @param total bytes of the whole file; 0 when nobody knows
     */
    void advanced(String file, long bytes, long total);

    /** Something that a person should know. */
    void said(String sentence);
}
