package app.heirloom.library.event;

/** Something that happened in the library; each feature declares its own as a record. */
public interface Event {}
