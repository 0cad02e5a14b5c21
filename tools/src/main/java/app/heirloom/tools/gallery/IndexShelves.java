package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.GalleryRepository;
import app.heirloom.library.transaction.Transactions;

/** Where an index is kept. */
public record IndexShelves(GalleryRepository galleries, Transactions transactions) {}
