package app.heirloom.library.device;

/** How the checksum of a file is known. */
public enum Provenance {
    /** The file was read. */
    HASHED,
    /** The server's word for an asset that joins the file; the file was not read. */
    IMPUTED
}
