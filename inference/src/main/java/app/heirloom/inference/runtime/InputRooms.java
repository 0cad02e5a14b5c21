package app.heirloom.inference.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Room for the inputs of a network outside of the heap, where the runtime reads it without copying. A picture of 1440
 * pixels takes 20 MB, which are written with zeros when they are new and go only when the collector comes by; so what one
 * run has used, the next one uses again. There are as many as there were runs at once. Safe for concurrent use.
 */
final class InputRooms {
    private final Queue<FloatBuffer> free = new ConcurrentLinkedQueue<>();

    /** Room for exactly so many numbers, which are what the last run left. */
    FloatBuffer take(int numbers) {
        FloatBuffer room = free.poll();
        boolean fits = room != null && room.capacity() >= numbers;
        return (fits ? room : make(numbers)).clear().limit(numbers);
    }

    private static FloatBuffer make(int numbers) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(numbers, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    void giveBack(FloatBuffer room) {
        free.add(room);
    }
}
