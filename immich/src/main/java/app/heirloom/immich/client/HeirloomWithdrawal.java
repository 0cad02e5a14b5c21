package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.remote.RemoteWithdrawal;
import java.util.HashMap;
import java.util.Map;

/** By an operation that Heirloom has beside Immich's. */
record HeirloomWithdrawal(Transport transport) implements RemoteWithdrawal {
    @Override
    public void withdraw(AssetId id, Withdrawal withdrawal) {
        Map<String, Object> body = new HashMap<>(Map.of("place", withdrawal.place()));
        CaptureTime taken = withdrawal.date();
        if (taken != null) {
            body.put("fileCreatedAt", taken.instant().toString());
        }
        transport.send(Call.post("/heirloom/assets/" + id + "/withdrawal", body));
    }
}
