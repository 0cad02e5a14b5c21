package app.heirloom.inference.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.inference.download.MoodyServer.Mood;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.ModelFolder.State;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackPullTest {
    private static final Patience PATIENT = new Patience(Duration.ofMinutes(1), 3, Duration.ofMillis(1));
    private static final Patience IMPATIENT = new Patience(Duration.ofMillis(500), 20, Duration.ofMillis(1));
    private static final byte[] CONTENT = bytes(1, 300_000);
    private static final byte[] LABELS = "cat\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Patience patience = PATIENT;
    private final List<String> said = new ArrayList<>();

    @Test
    void aConnectionThatIsCutIsGoneOnWith() throws IOException {
        try (var server = new MoodyServer(CONTENT, Mood.CUT, Mood.CUT)) {
            assertThat(pull(server, CONTENT)).isEqualTo(State.READY);
            assertThat(server.ranges).hasSize(3).startsWith("-").doesNotHaveDuplicates();
        }
        assertThat(file()).hasBinaryContent(CONTENT);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aPullThatWasBrokenOffIsGoneOnWithByTheNextOne() throws IOException {
        try (var server = new MoodyServer(CONTENT, Mood.CUT, Mood.BUSY, Mood.BUSY, Mood.BUSY)) {
            assertThatThrownBy(() -> pull(server, CONTENT))
                    .hasMessageContaining("the server answered 503")
                    .hasMessageContaining("pull again");
            assertThat(folder().glance(pack())).isEqualTo(State.MISSING);
            assertThat(leftovers()).isNotEmpty();
            assertThat(pull(server, CONTENT)).isEqualTo(State.READY);
            assertThat(server.ranges.getLast()).isEqualTo("bytes=" + CONTENT.length / 2 + "-");
        }
    }

    @Test
    void aSilentServerCountsAsCut() throws IOException {
        patience = IMPATIENT;
        try (var server = new MoodyServer(CONTENT, Mood.SILENT)) {
            assertThat(pull(server, CONTENT)).isEqualTo(State.READY);
            assertThat(server.ranges).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aServerThatIgnoresRangesIsReadFromTheBeginning() throws IOException {
        try (var server = new MoodyServer(CONTENT, Mood.CUT, Mood.WHOLE)) {
            assertThat(pull(server, CONTENT)).isEqualTo(State.READY);
        }
    }

    @Test
    void anotherPartThanAskedForIsNotTaken() throws IOException {
        try (var server = new MoodyServer(CONTENT, Mood.CUT, Mood.SHIFTED)) {
            assertThat(pull(server, CONTENT)).isEqualTo(State.READY);
            assertThat(server.ranges.getLast()).isEqualTo("-");
        }
    }

    @Test
    void aFileThatChangedInBetweenIsFetchedAnew() throws IOException {
        byte[] newer = bytes(2, 200_000);
        try (var server = new MoodyServer(bytes(3, 100_000), Mood.CUT, Mood.BUSY, Mood.BUSY, Mood.BUSY)) {
            assertThatThrownBy(() -> pull(server, newer)).isInstanceOf(HeirloomException.class);
            server.content = newer;
            server.tag = "\"two\"";
            assertThat(pull(server, newer)).isEqualTo(State.READY);
            assertThat(server.ranges.getLast()).startsWith("bytes=");
        }
        assertThat(file()).hasBinaryContent(newer);
    }

    @Test
    void wrongBytesAreToldAndThrownAway() throws IOException {
        try (var server = new MoodyServer(bytes(4, 10_000))) {
            assertThatThrownBy(() -> pull(server, CONTENT))
                    .hasMessageContaining("is not that file")
                    .hasMessageContaining(sha256(CONTENT))
                    .satisfies(e -> assertThat(((HeirloomException) e).code()).isEqualTo(ErrorCode.INVALID));
        }
        assertThat(file()).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aMissingFileIsToldAtOnce() throws IOException {
        try (var server = new MoodyServer(CONTENT, Mood.GONE)) {
            assertThatThrownBy(() -> pull(server, CONTENT))
                    .hasMessageContaining("answered 404")
                    .hasMessageContaining("--from DIR");
            assertThat(server.ranges).hasSize(1);
        }
    }

    @Test
    void whatIsTooLargeForTheDiskIsRefusedBeforeItComes() throws IOException {
        describe("", "");
        try (var draft = Draft.open(file())) {
            assertThatThrownBy(() -> draft.expect(Long.MAX_VALUE))
                    .hasMessageContaining("make room")
                    .satisfies(e -> assertThat(((HeirloomException) e).code()).isEqualTo(ErrorCode.STORAGE_FULL));
        }
    }

    @Test
    void aFullDiskInTheMiddleInstallsNothing() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        describe(sha256(CONTENT), "");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(Draft.fileOf(file()), full);
        try (var draft = Draft.open(file())) {
            assertThatThrownBy(() -> draft.append(CONTENT, CONTENT.length)).hasMessageContaining("No room left");
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatNobodyPublishedAChecksumOfIsTrustedOnce() throws IOException {
        try (var server = new MoodyServer(CONTENT)) {
            describe("", server.address().toString());
            assertThat(pullAgain()).isEqualTo(State.READY);
            assertThat(said).singleElement().asString().contains("model.onnx").contains("trusted");
            Files.delete(file());
            server.content = bytes(5, 1000);
            assertThatThrownBy(this::pullAgain).hasMessageContaining("as when it first came");
            folder().remove(pack());
            describe("", server.address().toString());
            assertThat(pullAgain()).isEqualTo(State.READY);
            Files.write(file(), CONTENT);
            assertThat(folder().verify(pack())).isEqualTo(State.DAMAGED);
        }
    }

    @Test
    void twoPullsAtOnceDoNotMix() throws IOException {
        try (var server = new MoodyServer(CONTENT)) {
            describe(sha256(CONTENT), server.address().toString());
            try (var other = Draft.open(file())) {
                assertThat(other.size()).isZero();
                assertThatThrownBy(this::pullAgain).hasMessageContaining("Another process is pulling");
            }
        }
    }

    @Test
    void aMirrorHoldsThePacksPaths() throws IOException {
        try (var server = new MoodyServer(CONTENT)) {
            describe(sha256(CONTENT), "");
            assertThatThrownBy(this::pullAgain).hasMessageContaining("does not say where net/model.onnx");
            new PackPull(folder(), patience, Progress.SILENT).fromNetwork(pack(), Optional.of(server.address()));
            assertThat(folder().verify(pack())).isEqualTo(State.READY);
        }
    }

    @Test
    void ofAFolderAFileIsKnownByItsContentUnderAnyName() throws IOException {
        describe(sha256(CONTENT), "");
        folder().remove(pack());
        describe(sha256(CONTENT), "");
        Path source = directory.resolve("source");
        Files.write(Files.createDirectories(source.resolve("deep")).resolve("whatever"), CONTENT);
        var pull = new PackPull(folder(), patience, Progress.SILENT);
        Files.delete(labels());
        assertThatThrownBy(() -> pull.fromFolder(pack(), source)).hasMessageContaining(sha256(LABELS));
        assertThat(file()).as("nothing was copied").doesNotExist();
        Files.write(source.resolve("names"), LABELS);
        pull.fromFolder(pack(), source);
        assertThat(folder().verify(pack())).isEqualTo(State.READY);
        folder().remove(pack());
        assertThat(folder().verify(pack())).isEqualTo(State.MISSING);
        assertThatThrownBy(() -> pull.fromFolder(pack(), directory.resolve("nowhere")))
                .hasMessageContaining("Cannot read the folder");
    }

    private State pull(MoodyServer server, byte[] meant) throws IOException {
        describe(sha256(meant), server.address().toString());
        return pullAgain();
    }

    private State pullAgain() {
        new PackPull(folder(), patience, new Progress() {
                    @Override
                    public void advanced(String file, long bytes, long total) {
                        assertThat(bytes).isLessThanOrEqualTo(total);
                    }

                    @Override
                    public void said(String sentence) {
                        said.add(sentence);
                    }
                })
                .fromNetwork(pack(), Optional.empty());
        return folder().verify(pack());
    }

    private ModelFolder folder() {
        return new ModelFolder(directory.resolve("models"));
    }

    private Pack pack() {
        return folder().get("mine");
    }

    private Path file() {
        return directory.resolve("models/mine/net/model.onnx");
    }

    private Path labels() {
        return directory.resolve("models/mine/labels.txt");
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(directory.resolve("models/mine/net"))) {
            return files.filter(file -> !file.equals(file())).toList();
        }
    }

    /** A pack of a network, which may have no checksum and no address, and labels, which are here. */
    private void describe(String sha256, String address) throws IOException {
        Files.createDirectories(directory.resolve("models/mine"));
        Files.write(labels(), LABELS);
        Files.writeString(directory.resolve("models/mine/pack.json"), """
                {"name": "mine", "task": "objects", "license": "MIT", "source": "home", "files": {
                  "detector": {"kind": "yolox", "file": "net/model.onnx", %s %s "batch": "one"},
                  "labels": {"kind": "labels", "file": "labels.txt", "sha256": "%s"}}}
                """.formatted(
                        sha256.isEmpty() ? "" : "\"sha256\": \"" + sha256 + "\",",
                        address.isEmpty() ? "" : "\"url\": \"" + address + "/model.onnx\",",
                        sha256(LABELS)));
    }

    private static byte[] bytes(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
