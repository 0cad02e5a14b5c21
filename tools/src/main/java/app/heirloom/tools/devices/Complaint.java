package app.heirloom.tools.devices;

/** Something that could not be looked at, and why. */
public record Complaint(String path, String reason) {}
