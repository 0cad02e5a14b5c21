package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.FileRepository.Observation;
import app.heirloom.library.metadata.extraction.MetadataReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Walks through a device, looks into what is new or has changed, and notes all that it saw. While one portion is walked
 * through, earlier ones are looked into and written down, so that a stop costs a few portions.
 */
final class Survey {
    private static final int PORTION = 1_000;

    private final Device device;
    private final DeviceShelves shelves;
    private final FileTraits traits;
    private final long scan;

    Survey(Device device, DeviceShelves shelves, MetadataReader reader, long scan) {
        this.device = device;
        this.shelves = shelves;
        this.traits = new FileTraits(reader, device.root().folder());
        this.scan = scan;
    }

    /**
     * Does it all.
     *
     * @param seen hears what is known of files as they were noted; by several threads at once
     */
    void run(Crew crew, Consumer<List<DeviceFile>> seen, Consumer<Complaint> complaints) {
        List<Observation> gathered = new ArrayList<>();
        new DeviceWalk(device)
                .walk(
                        file -> {
                            gathered.add(file);
                            if (gathered.size() == PORTION) {
                                begin(crew, gathered, seen);
                            }
                        },
                        complaints);
        begin(crew, gathered, seen);
        crew.finish();
    }

    private void begin(Crew crew, List<Observation> gathered, Consumer<List<DeviceFile>> seen) {
        List<Observation> portion = List.copyOf(gathered);
        gathered.clear();
        crew.begin(() -> seen.accept(look(portion)));
    }

    private List<DeviceFile> look(List<Observation> portion) {
        List<DeviceFile> unchanged =
                shelves.transactions().read(() -> shelves.files().listUnchanged(portion));
        Set<String> known = unchanged.stream().map(DeviceFile::path).collect(Collectors.toSet());
        List<DeviceFile> unknown = portion.stream()
                .filter(found -> !known.contains(found.path()))
                .map(traits::read)
                .toList();
        shelves.transactions().run(() -> {
            shelves.files().see(scan, unchanged);
            shelves.files().add(scan, unknown);
        });
        List<DeviceFile> all = new ArrayList<>(unchanged);
        all.addAll(unknown);
        return all;
    }
}
