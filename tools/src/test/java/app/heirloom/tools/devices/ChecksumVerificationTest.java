package app.heirloom.tools.devices;

import static app.heirloom.tools.devices.DeviceFixture.TAKEN;
import static app.heirloom.tools.devices.DeviceFixture.checksumOf;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.Provenance;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.ChecksumVerification.Settings;
import app.heirloom.tools.devices.ChecksumVerification.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumVerificationTest {
    @TempDir
    private Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private DeviceFixture device;

    @BeforeEach
    void addDevice() throws IOException {
        device = new DeviceFixture(folder);
        device.add();
    }

    @AfterEach
    void close() {
        device.close();
    }

    private Summary verify(Settings settings) {
        device.complaints.clear();
        return new ChecksumVerification(device.shelves, settings, Progress.NONE, pauses::add)
                .run(device.complaints::add);
    }

    private static Settings imputedOnly() {
        return new Settings(true, OptionalInt.empty(), OptionalInt.empty(), 2);
    }

    @Test
    void guessesBecomeCertainOrAreCorrected() throws IOException {
        device.write("right.jpg", "right");
        device.upload("right.jpg");
        device.write("wrong.jpg", "wrong");
        device.uploaded("wrong.jpg", "WRONG");
        assertThat(device.scan(true).scan().counts().imputed()).isEqualTo(2);

        assertThat(verify(imputedOnly())).isEqualTo(new Summary(1, 1, 0));
        assertThat(device.complaints).extracting(Complaint::path).containsExactly("wrong.jpg");
        assertThat(known(Provenance.HASHED)).containsExactlyInAnyOrder(checksumOf("right"), checksumOf("wrong"));
        assertThat(device.shelves
                        .transactions()
                        .read(() -> device.shelves.files().listNeverThere("", 10)))
                .as("the asset it was taken for is another")
                .extracting(DeviceFile::path)
                .containsExactly("wrong.jpg");
        assertThat(verify(imputedOnly())).isEqualTo(new Summary(0, 0, 0));
    }

    @Test
    void whatChangedSinceIsLeftToTheNextScan() throws IOException {
        device.write("a.jpg", "a");
        device.scan(false);
        device.write("a.jpg", "b", TAKEN.plusSeconds(9));
        assertThat(verify(new Settings(false, OptionalInt.empty(), OptionalInt.empty(), 1)))
                .isEqualTo(new Summary(0, 0, 1));
        assertThat(known(Provenance.HASHED)).containsExactly(checksumOf("a"));
    }

    @Test
    void aSampleIsAsLargeAsItWasAskedFor() throws IOException {
        for (int i = 0; i < 20; i++) {
            device.write(i + ".jpg", "content " + i);
        }
        device.scan(false);
        assertThat(verify(new Settings(false, OptionalInt.of(7), OptionalInt.empty(), 2)))
                .isEqualTo(new Summary(7, 0, 0));
    }

    @Test
    void aPassBesideOtherWorkTakesItsTime() throws IOException {
        for (int i = 0; i < 10; i++) {
            device.write(i + ".jpg", "content " + i);
        }
        device.scan(false);
        assertThat(verify(new Settings(false, OptionalInt.empty(), OptionalInt.of(5), 2)))
                .isEqualTo(new Summary(10, 0, 0));
        assertThat(pauses).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    private List<Checksum> known(Provenance provenance) {
        List<Checksum> known = new ArrayList<>();
        for (DeviceFile file :
                device.shelves.transactions().read(() -> device.shelves.files().listIdentified(provenance, "", 100))) {
            if (file.identity() != null) {
                known.add(file.identity().checksum());
            }
        }
        return known;
    }
}
