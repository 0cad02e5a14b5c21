package app.heirloom.immich.json.account;

/** Whether a credential is valid; an invalid one gets an error instead. */
public record TokenValidityJson(boolean authStatus) {}
