package app.heirloom.immich;

import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.album.AlbumMembers;
import app.heirloom.library.album.Albums;
import app.heirloom.library.album.content.AlbumAssets;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.document.AssetDocuments;
import app.heirloom.library.asset.usage.UsageRepository;
import app.heirloom.library.device.Holdings;
import app.heirloom.library.download.Download;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.duplicate.merge.AssetCopy;
import app.heirloom.library.event.Events;
import app.heirloom.library.external.ExternalLibraries;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.livephoto.LivePhotoPairing;
import app.heirloom.library.map.MapRepository;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.edit.AssetEditing;
import app.heirloom.library.person.People;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.person.tagging.FaceTagging;
import app.heirloom.library.pipeline.Reruns;
import app.heirloom.library.preview.ProfileImages;
import app.heirloom.library.recognition.PeopleHistory;
import app.heirloom.library.recognition.PersonReview;
import app.heirloom.library.recognition.RecognitionConsent;
import app.heirloom.library.resolution.DuplicateResolution;
import app.heirloom.library.resolution.DuplicateReview;
import app.heirloom.library.resolution.MergePreview;
import app.heirloom.library.resolution.ResolutionHistory;
import app.heirloom.library.search.FolderRepository;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.search.SmartSearch;
import app.heirloom.library.sharing.LinkAuthentication;
import app.heirloom.library.sharing.LinkGallery;
import app.heirloom.library.sharing.SharedLinks;
import app.heirloom.library.stack.Stacks;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.SyncRepository;
import app.heirloom.library.sync.Synchronisation;
import app.heirloom.library.tag.Tags;
import app.heirloom.library.text.TextRepository;
import app.heirloom.library.timeline.TimelineRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.UserRepository;
import app.heirloom.library.user.administration.Accounts;
import app.heirloom.library.user.administration.UserAdministration;
import app.heirloom.library.user.document.ServerDocumentRepository;
import app.heirloom.library.user.document.UserDocuments;
import app.heirloom.library.user.login.ApiKeys;
import app.heirloom.library.user.login.Authentication;
import app.heirloom.library.user.login.PinCodes;
import app.heirloom.library.user.login.Sessions;
import java.util.Map;
import java.util.Optional;

/** What the API serves: the use cases of a library, and the views that need no rule besides who may see them. */
public record Library(
        Entrance entrance,
        Collection collection,
        Organising organising,
        Views views,
        Shelves shelves,
        Background background) {

    /** How people and programs get in. */
    public record Entrance(
            Accounts accounts,
            Authentication authentication,
            Sessions sessions,
            PinCodes pinCodes,
            ApiKeys apiKeys,
            Household household) {}

    /** The users among each other, and what is kept for them. */
    public record Household(
            UserAdministration administration,
            ProfileImages images,
            UserDocuments documents,
            ServerDocumentRepository serverDocuments,
            UsageRepository usages) {}

    /** What can be done with assets. */
    public record Collection(
            Ingest ingest,
            AssetAccess access,
            AssetEditing editing,
            Trash trash,
            Download download,
            LivePhotoPairing livePhotos) {}

    /** How assets are brought into an order. */
    public record Organising(Gathering gathering, Sharing sharing, Arranging arranging, Faces faces) {}

    /** What can be done with albums. */
    public record Gathering(Albums albums, AlbumMembers members, AlbumAssets assets, AlbumAccess access) {}

    /** What can be done with shared links, and by them. */
    public record Sharing(SharedLinks links, LinkGallery gallery, LinkAuthentication authentication) {}

    /** What groups and describes assets. */
    public record Arranging(Tags tags, Stacks stacks, Judging judging, AssetCopy copying, AssetDocuments documents) {}

    /** How duplicate groups are looked at and ended, and the way back. */
    public record Judging(
            Duplicates duplicates,
            DuplicateReview review,
            MergePreview preview,
            DuplicateResolution resolution,
            ResolutionHistory history) {}

    /** Who is seen on assets. */
    public record Faces(
            People people,
            PersonMerge merging,
            FaceTagging tagging,
            Recognition recognition,
            PersonRepository persons) {}

    /** What users have to say to recognition. */
    public record Recognition(RecognitionConsent consent, PersonReview review, PeopleHistory history) {}

    /** What can be looked at. */
    public record Views(
            TimelineRepository timeline,
            SearchRepository search,
            ExifRepository exifs,
            MapRepository map,
            FolderRepository folders,
            Recognised recognised) {}

    /**
     * What models made of pictures.
     *
     * @param search absent where there is no model for it
     */
    public record Recognised(Optional<SmartSearch> search, TextRepository texts) {}

    /** Where assets, their files and their owners are found. */
    public record Shelves(AssetRepository assets, UserRepository users, BlobStore blobs, Transactions transactions) {}

    /** What happens behind the requests. */
    public record Background(
            JobQueues queues, Reruns reruns, ExternalLibraries libraries, News news, Abilities abilities) {}

    /**
     * What this server has models for.
     *
     * @param minimumFaces how many faces make a person
     * @param absences why it cannot do what it has no model for
     */
    public record Abilities(
            boolean faces,
            int minimumFaces,
            boolean smartSearch,
            boolean text,
            boolean duplicates,
            Map<Ability, String> absences) {}

    /** What takes a model. */
    public enum Ability {
        FACES,
        SMART_SEARCH,
        TEXT
    }

    /** How clients hear of what happens: at once while they listen, or when they come back. */
    public record News(
            Events events,
            Synchronisation synchronisation,
            Checkpoints checkpoints,
            SyncRepository sync,
            Holdings holdings) {}
}
