package app.heirloom.immich.json.account;

/** How a user wants clients to look and behave. */
public record PreferencesJson(
        AlbumsJson albums,
        CastJson cast,
        DownloadJson download,
        EmailsJson emailNotifications,
        FeatureJson folders,
        MemoriesJson memories,
        PeopleJson people,
        PurchaseJson purchase,
        RatingsJson ratings,
        RecentlyAddedJson recentlyAdded,
        FeatureJson sharedLinks,
        FeatureJson tags) {

    /** In which order new albums show their assets. */
    public record AlbumsJson(String defaultAssetOrder) {}

    /** Whether to look for cast devices. */
    public record CastJson(boolean gCastEnabled) {}

    /** How large the parts of a download are, in bytes. */
    public record DownloadJson(long archiveSize, boolean includeEmbeddedVideos) {}

    /** What to send e-mail about. */
    public record EmailsJson(boolean enabled, boolean albumInvite, boolean albumUpdate) {}

    /** Whether a feature is on, and in the page's side bar. */
    public record FeatureJson(boolean enabled, boolean sidebarWeb) {}

    /** How long each picture of a memory shows, in seconds. */
    public record MemoriesJson(boolean enabled, boolean sidebarWeb, int duration) {}

    /** From how many faces on an unnamed person is listed. */
    public record PeopleJson(boolean enabled, boolean sidebarWeb, int minimumFaces) {}

    /** Nothing is for sale here. */
    public record PurchaseJson(boolean showSupportBadge, String hideBuyButtonUntil) {}

    /** Whether clients show stars. */
    public record RatingsJson(boolean enabled) {}

    /** Whether what was added lately has a place in the page's side bar. */
    public record RecentlyAddedJson(boolean sidebarWeb) {}

    /** What holds for everybody who has not chosen otherwise. */
    public static final PreferencesJson DEFAULT = new PreferencesJson(
            new AlbumsJson("desc"),
            new CastJson(false),
            new DownloadJson(4L << 30, false),
            new EmailsJson(true, true, true),
            new FeatureJson(false, false),
            new MemoriesJson(true, false, 5),
            new PeopleJson(true, false, 3),
            new PurchaseJson(true, "2022-02-12T00:00:00.000Z"),
            new RatingsJson(false),
            new RecentlyAddedJson(false),
            new FeatureJson(true, false),
            new FeatureJson(false, false));
}
