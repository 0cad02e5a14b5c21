package app.heirloom.immich.json.organise;

import app.heirloom.library.resolution.Resolution;
import app.heirloom.library.resolution.Resolution.Member;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A duplicate group that was resolved. Only Heirloom has this. */
public record ResolutionJson(long number, UUID duplicateId, Instant at, boolean undone, List<MemberJson> assets) {
    /**
     * One that was judged; it may be gone for good.
     *
     * @param trashed whether it was put into the trash
     */
    public record MemberJson(UUID id, String fileName, boolean trashed) {
        static MemberJson of(Member member) {
            return new MemberJson(member.id().value(), member.fileName(), member.trashed() != null);
        }
    }

    public static ResolutionJson of(Resolution resolution) {
        return new ResolutionJson(
                resolution.number(),
                resolution.group().value(),
                resolution.at(),
                resolution.undone() != null,
                resolution.members().stream().map(MemberJson::of).toList());
    }
}
