package app.heirloom.storage.sql;

import app.heirloom.library.album.AlbumShelves;
import app.heirloom.library.album.content.AlbumAssetRepository;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.blob.RemovalRepository;
import app.heirloom.library.asset.document.AssetDocumentRepository;
import app.heirloom.library.asset.usage.AssetSurvey;
import app.heirloom.library.asset.usage.UsageRepository;
import app.heirloom.library.device.HoldingRepository;
import app.heirloom.library.download.DownloadRepository;
import app.heirloom.library.duplicate.DismissalRepository;
import app.heirloom.library.duplicate.DuplicateRepository;
import app.heirloom.library.duplicate.FingerprintRepository;
import app.heirloom.library.embedding.EmbeddingRepository;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.external.ExternalFileRepository;
import app.heirloom.library.external.ExternalLibraryRepository;
import app.heirloom.library.gallery.GalleryPeopleRepository;
import app.heirloom.library.gallery.GalleryRepository;
import app.heirloom.library.job.JobRepository;
import app.heirloom.library.map.MapRepository;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.journal.JournalRepository;
import app.heirloom.library.recognition.RecognitionRepository;
import app.heirloom.library.recognition.ResemblanceRepository;
import app.heirloom.library.recognition.detection.DetectionRepository;
import app.heirloom.library.resolution.ResolutionRepository;
import app.heirloom.library.search.EmbeddedAssetRepository;
import app.heirloom.library.search.FolderRepository;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.sharing.SharedLinkRepository;
import app.heirloom.library.stack.StackRepository;
import app.heirloom.library.sync.AlbumSyncRepository;
import app.heirloom.library.sync.CheckpointRepository;
import app.heirloom.library.sync.SyncRepository;
import app.heirloom.library.tag.TagRepository;
import app.heirloom.library.text.TextRepository;
import app.heirloom.library.timeline.TimelineRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.UserRemovalRepository;
import app.heirloom.library.user.UserRepository;
import app.heirloom.library.user.document.ServerDocumentRepository;
import app.heirloom.library.user.document.UserDocumentRepository;
import app.heirloom.library.user.login.ApiKeyRepository;
import app.heirloom.library.user.login.SessionRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.Dialect;
import app.heirloom.storage.database.Migrations;
import app.heirloom.storage.database.NewestChange;
import app.heirloom.storage.database.SqlTransactions;
import app.heirloom.storage.sql.album.SqlAlbumAssetRepository;
import app.heirloom.storage.sql.album.SqlAlbumMemberRepository;
import app.heirloom.storage.sql.album.SqlAlbumRepository;
import app.heirloom.storage.sql.album.SqlSharedLinkRepository;
import app.heirloom.storage.sql.asset.SqlAssetDocumentRepository;
import app.heirloom.storage.sql.asset.SqlAssetRepository;
import app.heirloom.storage.sql.asset.SqlAssetSurvey;
import app.heirloom.storage.sql.asset.SqlEmbeddingRepository;
import app.heirloom.storage.sql.asset.SqlExifRepository;
import app.heirloom.storage.sql.asset.SqlRemovalRepository;
import app.heirloom.storage.sql.asset.SqlStackRepository;
import app.heirloom.storage.sql.asset.SqlTagRepository;
import app.heirloom.storage.sql.asset.SqlTextRepository;
import app.heirloom.storage.sql.asset.SqlUsageRepository;
import app.heirloom.storage.sql.duplicate.SqlAssetRelations;
import app.heirloom.storage.sql.duplicate.SqlDismissalRepository;
import app.heirloom.storage.sql.duplicate.SqlDuplicateRepository;
import app.heirloom.storage.sql.duplicate.SqlFingerprintRepository;
import app.heirloom.storage.sql.duplicate.SqlResolutionRepository;
import app.heirloom.storage.sql.external.SqlExternalFileRepository;
import app.heirloom.storage.sql.external.SqlExternalLibraryRepository;
import app.heirloom.storage.sql.gallery.SqlGalleryPeopleRepository;
import app.heirloom.storage.sql.gallery.SqlGalleryRepository;
import app.heirloom.storage.sql.person.SqlDetectionRepository;
import app.heirloom.storage.sql.person.SqlFaceRepository;
import app.heirloom.storage.sql.person.SqlJournalRepository;
import app.heirloom.storage.sql.person.SqlPersonRepository;
import app.heirloom.storage.sql.person.SqlRecognitionRepository;
import app.heirloom.storage.sql.person.SqlResemblanceRepository;
import app.heirloom.storage.sql.search.SqlEmbeddedAssetRepository;
import app.heirloom.storage.sql.search.SqlFolderRepository;
import app.heirloom.storage.sql.search.SqlSearchRepository;
import app.heirloom.storage.sql.sync.SqlAlbumSyncRepository;
import app.heirloom.storage.sql.sync.SqlCheckpointRepository;
import app.heirloom.storage.sql.sync.SqlHoldingRepository;
import app.heirloom.storage.sql.sync.SqlSyncRepository;
import app.heirloom.storage.sql.timeline.SqlDownloadRepository;
import app.heirloom.storage.sql.timeline.SqlMapRepository;
import app.heirloom.storage.sql.timeline.SqlTimelineRepository;
import app.heirloom.storage.sql.user.SqlApiKeyRepository;
import app.heirloom.storage.sql.user.SqlServerDocumentRepository;
import app.heirloom.storage.sql.user.SqlSessionRepository;
import app.heirloom.storage.sql.user.SqlUserDocumentRepository;
import app.heirloom.storage.sql.user.SqlUserRemovalRepository;
import app.heirloom.storage.sql.user.SqlUserRepository;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.InstantSource;

/** The rows of one library, in SQLite or PostgreSQL. Close it last. */
public final class SqlStorage implements AutoCloseable {
    private final SqlTransactions transactions;
    private final Database database;
    private final InstantSource clock;

    private SqlStorage(SqlTransactions transactions, Dialect dialect, InstantSource clock) {
        this.transactions = transactions;
        this.database = new Database(transactions, dialect);
        this.clock = clock;
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @throws app.heirloom.library.error.HeirloomException DATABASE when it cannot be reached, is damaged, or belongs
     *     to a newer version; INVALID for another kind of URL
     */
    public static SqlStorage open(DatabaseConfig config, InstantSource clock) {
        Dialect dialect = Dialect.of(config.url());
        try {
            var transactions =
                    SqlTransactions.open(config, dialect, new Migrations(dialect), NewestChange::read, clock);
            return new SqlStorage(transactions, dialect, clock);
        } catch (SQLException | PoolInitializationException e) {
            Throwable cause = e instanceof PoolInitializationException ? e.getCause() : e;
            throw ErrorCode.DATABASE.exception(
                    "Cannot open the database " + Dialect.withoutPassword(config.url()) + ": " + e.getMessage() + ". "
                            + dialect.adviceOn(cause instanceof SQLException failure ? failure : null),
                    e);
        }
    }

    public Transactions transactions() {
        return transactions;
    }

    public UserRepository users() {
        return new SqlUserRepository(database);
    }

    public SessionRepository sessions() {
        return new SqlSessionRepository(database);
    }

    public ApiKeyRepository apiKeys() {
        return new SqlApiKeyRepository(database);
    }

    public UserDocumentRepository userDocuments() {
        return new SqlUserDocumentRepository(database);
    }

    public ServerDocumentRepository serverDocuments() {
        return new SqlServerDocumentRepository(database);
    }

    public AssetRepository assets() {
        return new SqlAssetRepository(database, new SqlStackRepository(database, clock));
    }

    public UsageRepository usages() {
        return new SqlUsageRepository(database);
    }

    public UserRemovalRepository userRemovals() {
        return new SqlUserRemovalRepository(database);
    }

    public RemovalRepository removals() {
        return new SqlRemovalRepository(database);
    }

    public ExifRepository exifs() {
        return new SqlExifRepository(database);
    }

    public PersonRepository persons() {
        return new SqlPersonRepository(database);
    }

    public FaceRepository faces() {
        return new SqlFaceRepository(database);
    }

    public DetectionRepository detections() {
        return new SqlDetectionRepository(database);
    }

    public RecognitionRepository recognition() {
        return new SqlRecognitionRepository(database);
    }

    public ResemblanceRepository resemblances() {
        return new SqlResemblanceRepository(database);
    }

    public JournalRepository journal() {
        return new SqlJournalRepository(database);
    }

    public MapRepository map() {
        return new SqlMapRepository(database);
    }

    public FolderRepository folders() {
        return new SqlFolderRepository(database);
    }

    public DownloadRepository downloads() {
        return new SqlDownloadRepository(database);
    }

    public JobRepository jobs() {
        return new SqlJobRepository(database, clock);
    }

    public TimelineRepository timeline() {
        return new SqlTimelineRepository(database);
    }

    public SearchRepository search() {
        return new SqlSearchRepository(database);
    }

    public AlbumShelves albums() {
        return new AlbumShelves(new SqlAlbumRepository(database), new SqlAlbumMemberRepository(database), users());
    }

    public AlbumAssetRepository albumAssets() {
        return new SqlAlbumAssetRepository(database);
    }

    public SharedLinkRepository sharedLinks() {
        return new SqlSharedLinkRepository(database);
    }

    public TagRepository tags() {
        return new SqlTagRepository(database);
    }

    public StackRepository stacks() {
        return new SqlStackRepository(database, clock);
    }

    public DuplicateRepository duplicates() {
        return new SqlDuplicateRepository(database);
    }

    public EmbeddingRepository embeddings() {
        return new SqlEmbeddingRepository(database);
    }

    public EmbeddedAssetRepository embeddedAssets() {
        return new SqlEmbeddedAssetRepository(database);
    }

    public TextRepository texts() {
        return new SqlTextRepository(database);
    }

    public FingerprintRepository fingerprints() {
        return new SqlFingerprintRepository(database);
    }

    public DismissalRepository dismissals() {
        return new SqlDismissalRepository(database);
    }

    public ResolutionRepository resolutions() {
        return new SqlResolutionRepository(database);
    }

    public AssetRelations relations() {
        return new SqlAssetRelations(database, stacks(), clock);
    }

    public AssetDocumentRepository assetDocuments() {
        return new SqlAssetDocumentRepository(database);
    }

    public AssetSurvey survey() {
        return new SqlAssetSurvey(database);
    }

    /** The rows themselves, for tests of what no repository shows. */
    Database database() {
        return database;
    }

    public ExternalLibraryRepository externalLibraries() {
        return new SqlExternalLibraryRepository(database);
    }

    public ExternalFileRepository externalFiles() {
        return new SqlExternalFileRepository(database);
    }

    public GalleryRepository galleries() {
        return new SqlGalleryRepository(database, clock);
    }

    public GalleryPeopleRepository galleryPeople() {
        return new SqlGalleryPeopleRepository(database);
    }

    public HoldingRepository holdings() {
        return new SqlHoldingRepository(database);
    }

    public SyncRepository sync() {
        return new SqlSyncRepository(database);
    }

    public AlbumSyncRepository albumSync() {
        return new SqlAlbumSyncRepository(database);
    }

    public CheckpointRepository checkpoints() {
        return new SqlCheckpointRepository(database);
    }

    /** Which library this is; see {@code DataDirectory}. */
    public InstanceRepository instance() {
        return new InstanceRepository(database, clock);
    }

    @Override
    public void close() {
        transactions.close();
    }
}
