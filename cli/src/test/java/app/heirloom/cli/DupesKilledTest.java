package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ChildProcess;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, killed again and again while it deletes for good. More groups and more kills by
 * {@code -Dheirloom.killed.groups=200 -Dheirloom.killed.times=50}.
 */
class DupesKilledTest {
    private static final int GROUPS = Integer.getInteger("heirloom.killed.groups", 20);
    private static final int TIMES = Integer.getInteger("heirloom.killed.times", 3);
    private static final int LONGEST_MILLIS = 600;

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final Map<AssetId, Checksum> losers = new LinkedHashMap<>();
    private final Random random = new Random(7);

    @Test
    void nothingIsLostAndTheLastRunFinishes() throws Exception {
        for (int i = 0; i < GROUPS; i++) {
            AssetId keeper = photos.add(i + "-keeper.jpg", bytes(i, 3000)).id();
            AssetId loser = photos.add(i + "-loser.jpg", bytes(i, 2000)).id();
            losers.put(loser, photos.checksumOf(loser));
            photos.group(List.of(keeper, loser));
        }
        try (StandInServer server = StandInServer.start(photos)) {
            var program = DupesProgram.of(server, folder);
            Path analysis = folder.resolve("analysis.json");
            assertThat(program.run("analyze", "-o", analysis).code()).isEqualTo(ExitCode.DONE);
            server.setLatency(Duration.ofMillis(5));
            Path backup = folder.resolve("backup");
            Object[] execute = {"execute", "-i", analysis, "-b", backup, "--yes", "--force", "--concurrent=2"};
            int killed = 0;
            for (int i = 0; i < TIMES; i++) {
                int begun = server.requests().size();
                Process tool = start(server, execute);
                while (tool.isAlive() && server.requests().size() == begun) {
                    tool.waitFor(1, TimeUnit.MILLISECONDS);
                }
                if (!tool.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
                    killed++;
                }
                tool.destroyForcibly().waitFor();
                requireNothingLost();
            }
            assertThat(killed).isPositive();
            server.setLatency(Duration.ZERO);
            DupesProgram.Said last = program.run(execute);
            assertThat(last.code()).as(last.text()).isEqualTo(ExitCode.DONE);
            assertThat(program.run("verify", analysis).code()).isEqualTo(ExitCode.DONE);
            assertThat(losers.keySet())
                    .allSatisfy(id -> assertThat(photos.find(id)).isEmpty());
            requireNothingLost();
        }
    }

    private static byte[] bytes(int group, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) size);
        ByteBuffer.wrap(bytes).putInt(group);
        return bytes;
    }

    private Process start(StandInServer server, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        words.addAll(List.of("--url", server.url(), "--api-key", StandInServer.KEY));
        words.addAll(List.of("--server-file", folder.resolve("none.conf").toString()));
        return ChildProcess.startWithOneOutput(folder.resolve("output.txt"), "dupes", words);
    }

    private void requireNothingLost() throws IOException, NoSuchAlgorithmException {
        Set<Checksum> found = new HashSet<>();
        losers.forEach((id, checksum) -> photos.find(id).ifPresent(asset -> found.add(checksum)));
        Path backup = Files.createDirectories(folder.resolve("backup"));
        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".jpg")).toList()) {
                found.add(Checksum.of(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file))));
            }
        }
        assertThat(found).containsAll(losers.values());
    }
}
