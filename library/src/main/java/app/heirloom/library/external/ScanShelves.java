package app.heirloom.library.external;

import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.transaction.Transactions;
import java.time.InstantSource;

/** Where a scan writes what it finds. */
public record ScanShelves(
        AssetRepository assets,
        ExternalFileRepository files,
        JobQueues queues,
        Transactions transactions,
        Events events,
        InstantSource clock) {}
