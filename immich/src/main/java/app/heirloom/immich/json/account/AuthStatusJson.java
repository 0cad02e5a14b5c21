package app.heirloom.immich.json.account;

/**
 * How a caller is authenticated.
 *
 * @param pinCode whether a PIN code is set
 * @param isElevated whether the locked folder is open
 */
public record AuthStatusJson(boolean pinCode, boolean password, boolean isElevated) {}
