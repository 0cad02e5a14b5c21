package app.heirloom.immich.json.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a caller is authenticated.
 *
 * @param pinCode whether a PIN code is set
 * @param isElevated whether the locked folder is open
 * @param expiresAt when the session ends; absent when it does not
 * @param pinExpiresAt until when the locked folder is open; absent when it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthStatusJson(
        boolean pinCode,
        boolean password,
        boolean isElevated,
        @Nullable Instant expiresAt,
        @Nullable Instant pinExpiresAt) {}
