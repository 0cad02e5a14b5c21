package app.heirloom.tools.gallery;

import app.heirloom.tools.gallery.GalleryIndex.Complaint;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what a run does and passes on what it complains of, from many threads. */
final class IndexTally {
    final LongAdder galleriesIndexed = new LongAdder();
    final LongAdder galleriesUnchanged = new LongAdder();
    final LongAdder galleriesLeft = new LongAdder();
    final LongAdder galleriesForgotten = new LongAdder();
    final LongAdder inUnchanged = new LongAdder();
    final LongAdder inLeft = new LongAdder();
    final LongAdder unchanged = new LongAdder();
    final LongAdder known = new LongAdder();
    final LongAdder recognized = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder vanished = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder bytesRead = new LongAdder();
    final LongAdder faces = new LongAdder();
    /** Photos that the walk has come to, done or not. */
    final LongAdder found = new LongAdder();

    private final Consumer<Complaint> complaints;

    IndexTally(Consumer<Complaint> complaints) {
        this.complaints = complaints;
    }

    void complain(Object path, String reason) {
        complaints.accept(new Complaint(path.toString(), reason));
    }

    IndexSummary summary() {
        return new IndexSummary(
                new IndexSummary.Galleries(
                        galleriesIndexed.intValue(),
                        galleriesUnchanged.intValue(),
                        galleriesLeft.intValue(),
                        galleriesForgotten.intValue()),
                new IndexSummary.Skipped(inUnchanged.sum(), inLeft.sum(), unchanged.sum()),
                new IndexSummary.Photos(known.sum(), recognized.sum(), failed.sum(), vanished.sum()),
                unreadable.intValue(),
                bytesRead.sum(),
                faces.sum());
    }
}
