package app.heirloom.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMemoryTest {
    private static final long ROOM_FOR_TWO = 600L << 20;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> loads = new CopyOnWriteArrayList<>();
    private final List<FakeNetwork> networks = new CopyOnWriteArrayList<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile Instant now = Instant.EPOCH;
    private final ModelMemory memory = memory(ROOM_FOR_TWO);

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name : List.of("a", "b", "c", "slow", "broken")) {
            Files.writeString(directory.resolve(name), name);
        }
    }

    @AfterEach
    void endThreads() {
        goOn.countDown();
        running.countDown();
        threads.close();
        memory.close();
    }

    @Test
    void loadsWithTheFirstRunAndLetsGoWhenIdle() {
        Network network = network("a");
        assertThat(loads).isEmpty();
        run(network);
        run(network);
        assertThat(loads).containsExactly("a");
        now = now.plusSeconds(50);
        memory.unloadIdle();
        assertThat(memory.usedInBytes()).as("not yet").isPositive();
        now = now.plusSeconds(10);
        memory.unloadIdle();
        assertThat(memory.usedInBytes()).isZero();
        assertThat(networks.getFirst().isClosed()).isTrue();
        run(network);
        assertThat(loads).containsExactly("a", "a");
    }

    @Test
    void networksOfTextsLieAmongTheOthers() {
        TextNetwork texts = memory.textNetwork(directory.resolve("a"));
        assertThat(loads).isEmpty();
        assertThat(texts.read(new int[] {4, 5}, new int[] {1, 0})).isNotEmpty();
        run(network("a"));
        assertThat(loads).containsExactly("a");
    }

    @Test
    void makesRoomByLettingGoOfWhatWasNotUsedForLongest() {
        run(network("a"));
        now = now.plusSeconds(1);
        run(network("b"));
        now = now.plusSeconds(1);
        run(network("a"));
        now = now.plusSeconds(1);
        run(network("c"));
        assertThat(networks).extracting(FakeNetwork::isClosed).containsExactly(false, true, false);
        assertThat(memory.usedInBytes()).isLessThanOrEqualTo(ROOM_FOR_TWO);
    }

    @Test
    void whatRunsStaysAndOthersWaitForRoom() throws Exception {
        var slow = runAside(network("slow"));
        awaitRunOf(slow);
        run(network("a"));
        now = now.plusSeconds(60);
        memory.unloadIdle();
        assertThat(networks).extracting(FakeNetwork::isClosed).containsExactly(false, true);
        var tight = memory(ROOM_FOR_TWO / 2);
        var first = runAside(tight.network(directory.resolve("slow")));
        while (tight.usedInBytes() == 0) { // until the first has taken the room
            Thread.onSpinWait();
        }
        var second = runAside(tight.network(directory.resolve("b")));
        assertThat(second).isNotDone();
        goOn.countDown();
        second.join();
        first.join();
        slow.join();
        tight.close();
    }

    @Test
    void manyThatNeedTheSameNetworkLoadItOnce() {
        Network network = network("a");
        CompletableFuture.allOf(
                        IntStream.range(0, 20).mapToObj(i -> runAside(network)).toArray(CompletableFuture[]::new))
                .join();
        assertThat(loads).containsExactly("a");
    }

    @Test
    void manyThatShareTooLittleRoomAllGetTheirTurn() {
        CompletableFuture.allOf(IntStream.range(0, 60)
                        .mapToObj(i -> runAside(network(List.of("a", "b", "c").get(i % 3))))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(memory.usedInBytes()).isLessThanOrEqualTo(ROOM_FOR_TWO);
        assertThat(networks.stream().filter(network -> !network.isClosed()))
                .as("no more are open than there is room for")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aModelThatNeverFitsIsToldAtOnce() {
        try (var small = memory(50L << 20)) {
            assertThatThrownBy(() -> run(small.network(directory.resolve("a"))))
                    .hasMessageContaining("takes about 250 MB")
                    .hasMessageContaining("only 50 MB");
        }
        assertThat(loads).isEmpty();
    }

    @Test
    void aFailureTakesNoRoomAndStopsNobody() {
        assertThatThrownBy(() -> run(network("broken"))).hasMessageContaining("broken indeed");
        assertThatThrownBy(() -> run(network("broken"))).hasMessageContaining("broken indeed");
        assertThatThrownBy(() -> run(network("absent"))).hasMessageContaining("absent is missing");
        assertThat(memory.usedInBytes()).isZero();
        run(network("a"));
    }

    @Test
    void closingWaitsForTheRunThatGoesOn() throws Exception {
        var slow = runAside(network("slow"));
        awaitRunOf(slow);
        var closing = CompletableFuture.runAsync(memory::close, threads);
        assertThat(networks.getFirst().isClosed()).isFalse();
        goOn.countDown();
        slow.join();
        closing.join();
        assertThat(networks.getFirst().isClosed()).isTrue();
        assertThatThrownBy(() -> run(network("a"))).hasMessageContaining("closed");
    }

    private ModelMemory memory(long budgetInBytes) {
        return new ModelMemory(this::load, budgetInBytes, Duration.ofSeconds(60), () -> now);
    }

    private Network network(String name) {
        return memory.network(directory.resolve(name));
    }

    private CompletableFuture<Void> runAside(Network network) {
        return CompletableFuture.runAsync(() -> run(network), threads);
    }

    /** Until the slow network runs, or failed to. */
    private void awaitRunOf(CompletableFuture<Void> slow) {
        CompletableFuture.anyOf(slow, CompletableFuture.runAsync(this::awaitRunning, threads))
                .join();
    }

    private void awaitRunning() {
        try {
            running.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Network network) {
        assertThat(network.first(input -> input.put(new float[] {1, 2}), 1, 1, 1, 2)
                        .numbers())
                .containsExactly(1, 2);
    }

    private LoadedNetwork load(Path file) {
        String name = file.getFileName().toString();
        loads.add(name);
        if (name.equals("broken")) {
            throw ErrorCode.INVALID.exception("broken indeed");
        }
        var network = new FakeNetwork(numbers -> name.equals("slow") ? waited(numbers) : numbers);
        networks.add(network);
        return network;
    }

    private float[] waited(float[] numbers) {
        running.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return numbers;
    }
}
