package app.heirloom.immich.json.account;

import app.heirloom.library.user.login.ApiKeys.Issued;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new API key with its secret; the key's own fields are there twice, nested and beside the secret. */
public record IssuedApiKeyJson(
        String secret, ApiKeyJson apiKey, @JsonUnwrapped ApiKeyJson repeated) {

    public static IssuedApiKeyJson of(Issued issued) {
        ApiKeyJson key = ApiKeyJson.of(issued.key());
        return new IssuedApiKeyJson(issued.secret().text(), key, key);
    }
}
