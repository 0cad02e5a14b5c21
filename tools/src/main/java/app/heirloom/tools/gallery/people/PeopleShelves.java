package app.heirloom.tools.gallery.people;

import app.heirloom.library.gallery.GalleryPeopleRepository;
import app.heirloom.library.transaction.Transactions;

/** Where people are kept. */
public record PeopleShelves(GalleryPeopleRepository people, Transactions transactions) {}
