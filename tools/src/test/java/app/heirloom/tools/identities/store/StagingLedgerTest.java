package app.heirloom.tools.identities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.identities.store.StagingEntry.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingLedgerTest {
    private static final String SHA = "ab".repeat(32);
    private static final Checksum CHECKSUM = Checksum.of(new byte[20]);
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    private final AssetId asset = AssetId.random();
    private final AssetId copy = AssetId.random();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("staging.jsonl");
    }

    private void stage() {
        try (StagingLedger ledger = StagingLedger.open(file)) {
            ledger.append(StagingEntry.staged(asset, SHA, Picture.of("ab/" + SHA + ".jpg", CHECKSUM, DAY)));
            ledger.append(StagingEntry.of(copy, StagingOutcome.DUPLICATE, SHA));
        }
    }

    @Test
    void whatWasWrittenIsKnownAgain() {
        stage();
        try (StagingLedger ledger = StagingLedger.open(file)) {
            assertThat(ledger.has(asset)).isTrue();
            assertThat(ledger.has(AssetId.random())).isFalse();
            assertThat(ledger.find(CHECKSUM)).contains(SHA);
            assertThat(ledger.listPictures()).containsExactly(SHA);
            assertThat(ledger.find(SHA)).hasValueSatisfying(staged -> {
                assertThat(staged.assets()).containsExactly(asset.value(), copy.value());
                assertThat(staged.picture().day()).isEqualTo(DAY);
            });
        }
    }

    @Test
    void aLineThatWasBeingWrittenIsNone() throws IOException {
        stage();
        long whole = Files.size(file);
        Files.writeString(file, "{\"asset\":\"" + AssetId.random() + "\",\"outc", StandardOpenOption.APPEND);
        AssetId later = AssetId.random();
        try (StagingLedger ledger = StagingLedger.open(file)) {
            assertThat(Files.size(file)).isEqualTo(whole);
            ledger.append(StagingEntry.of(later, StagingOutcome.FACELESS));
        }
        try (StagingLedger ledger = StagingLedger.open(file)) {
            assertThat(ledger.has(later)).isTrue();
            assertThat(ledger.has(copy)).isTrue();
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        stage();
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"STAGED\"", "\"STUGED\""));
        assertThatThrownBy(() -> StagingLedger.open(file))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("is damaged in line 1")
                .hasMessageContaining("Take that line out");
        Files.write(file, new byte[] {'"', (byte) 0xFF, '\n'});
        assertThatThrownBy(() -> StagingLedger.open(file)).hasMessageContaining("is damaged in line 1");
        Files.write(file, "{}\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> StagingLedger.open(file)).hasMessageContaining("is damaged in line 1");
    }

    @Test
    void allAssetsOfALostPictureAreLookedAtAgain() {
        stage();
        for (int run = 0; run < 2; run++) {
            try (StagingLedger ledger = StagingLedger.open(file)) {
                if (run == 0) {
                    ledger.append(StagingEntry.of(asset, StagingOutcome.LOST, SHA));
                }
                assertThat(ledger.has(asset)).isFalse();
                assertThat(ledger.has(copy)).isFalse();
                assertThat(ledger.find(CHECKSUM)).isEmpty();
                assertThat(ledger.listPictures()).isEmpty();
            }
        }
    }
}
