package app.heirloom.inference.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server of one file, which answers each request as it was told to. */
final class MoodyServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Mood> moods = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The headers {@code Range} of the requests so far, and - where there was none. */
    final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    volatile byte[] content;
    volatile String tag = "\"one\"";

    /** How to answer. */
    enum Mood {
        WELL,
        /** Half of what was asked for, then the connection breaks. */
        CUT,
        /** Half of what was asked for, then silence. */
        SILENT,
        /** The whole file, whatever was asked for. */
        WHOLE,
        /** Another part than the one asked for. */
        SHIFTED,
        BUSY,
        GONE
    }

    MoodyServer(byte[] content, Mood... moods) throws IOException {
        this.content = content;
        this.moods.addAll(List.of(moods));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "-" : range);
        Mood mood = moods.isEmpty() ? Mood.WELL : moods.remove();
        if (mood == Mood.GONE || mood == Mood.BUSY) {
            exchange.sendResponseHeaders(mood == Mood.GONE ? 404 : 503, -1);
            exchange.close();
            return;
        }
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = range != null && same && mood != Mood.WHOLE
                ? Integer.parseInt(range.substring("bytes=".length(), range.length() - 1))
                : 0;
        int start = mood == Mood.SHIFTED && from > 0 ? from + 1 : from;
        byte[] part = Arrays.copyOfRange(content, start, content.length);
        exchange.getResponseHeaders().set("ETag", tag);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, part.length);
        send(exchange, mood, part);
    }

    private void send(HttpExchange exchange, Mood mood, byte[] part) throws IOException {
        OutputStream body = exchange.getResponseBody();
        boolean half = mood == Mood.CUT || mood == Mood.SILENT;
        body.write(part, 0, half ? part.length / 2 : part.length);
        body.flush();
        if (mood == Mood.SILENT) {
            await();
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
