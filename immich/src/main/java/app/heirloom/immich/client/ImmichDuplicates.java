package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Chunks;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Duplicate groups, which come all in one answer of any size. */
record ImmichDuplicates(Transport transport) implements RemoteDuplicates {
    @Override
    public void forEach(Consumer<RemoteDuplicateGroup> action) {
        Call call = Call.get("/duplicates").slowly();
        String source = call + " of " + transport.address();
        try (Transport.Open answer = transport.open(call)) {
            ImmichMapper.readEach(answer.body(), node -> action.accept(read(new Answer(node, source))));
        } catch (IOException e) {
            throw transport.unreachable(call, e);
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException cut
                    ? transport.unreachable(call, cut)
                    : ErrorCode.REMOTE_FAILURE.exception("The answer to " + source + " is not understood", e);
        }
    }

    private static RemoteDuplicateGroup read(Answer json) {
        return new RemoteDuplicateGroup(
                new DuplicateGroupId(json.uuid("duplicateId")),
                json.list("assets").stream().map(AssetReader::read).toList());
    }

    @Override
    public void dismiss(Collection<DuplicateGroupId> groups) {
        Chunks.forEach(
                groups,
                DuplicateGroupId::value,
                chunk -> transport.send(Call.delete("/duplicates", Map.of("ids", chunk))));
    }
}
