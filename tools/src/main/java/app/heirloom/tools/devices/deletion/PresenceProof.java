package app.heirloom.tools.devices.deletion;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Presence;
import app.heirloom.library.device.FileRepository.Candidate;
import app.heirloom.library.device.FileRepository.Observation;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.DeviceWalk;
import app.heirloom.tools.devices.FileContent;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Proves that contents are not on the device any more. Only a file of its size can have a content, so the device is
 * walked through once more, with all that scans leave out, and of the files of such sizes all are read that were not read
 * before. Then no guess about another file, no other name or folder, and nothing that came since the scan, can hide a
 * content.
 */
final class PresenceProof {
    private final FileContent content;
    private final Set<Checksum> present = new HashSet<>();
    private boolean isWhole = true;

    private PresenceProof(Device device) {
        this.content = new FileContent(device.root().folder());
    }

    /** What is known of a content. */
    enum Answer {
        HERE,
        GONE,
        /** A file that may have it cannot be read. */
        UNKNOWN
    }

    /** Looks for the contents of all candidates at once. */
    static PresenceProof of(Device device, DeviceShelves shelves, Collection<Candidate> candidates) {
        var proof = new PresenceProof(device);
        if (!candidates.isEmpty()) {
            proof.look(device, shelves, sizesOf(candidates));
        }
        return proof;
    }

    private static Set<Long> sizesOf(Collection<Candidate> candidates) {
        Set<Long> sizes = new HashSet<>();
        for (Candidate candidate : candidates) {
            long here = candidate.file().stamp().sizeInBytes();
            Long there = candidate.asset().size().bytes();
            LongStream.of(here, there == null ? here : there).forEach(sizes::add);
        }
        return sizes;
    }

    private void look(Device device, DeviceShelves shelves, Set<Long> sizes) {
        List<Observation> suspects = new ArrayList<>();
        new DeviceWalk(device)
                .walkEverything(
                        file -> {
                            if (sizes.contains(file.stamp().sizeInBytes())) {
                                suspects.add(file);
                            }
                        },
                        complaint -> isWhole = false);
        for (Observation suspect : suspects) {
            Optional<DeviceFile> known =
                    shelves.transactions().read(() -> shelves.files().findRead(suspect));
            Optional<Checksum> checksum = known.map(DeviceFile::identity)
                    .map(DeviceFile.Identity::checksum)
                    .or(() -> read(suspect));
            checksum.ifPresentOrElse(present::add, () -> isWhole = false);
        }
    }

    private Optional<Checksum> read(Observation suspect) {
        var file = new DeviceFile(suspect.path(), suspect.stamp(), null, null, Presence.NEW);
        return content.read(file) instanceof FileContent.Reading.Read read
                ? Optional.of(read.checksum())
                : Optional.empty();
    }

    Answer ask(Candidate candidate) {
        boolean isBack = Files.exists(content.locate(candidate.file()), LinkOption.NOFOLLOW_LINKS);
        if (isBack || present.contains(candidate.asset().checksum())) {
            return Answer.HERE;
        }
        return isWhole ? Answer.GONE : Answer.UNKNOWN;
    }
}
