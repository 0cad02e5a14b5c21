package app.heirloom.immich.client.transport;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** What a request carries. It can be sent several times. */
interface Payload {
    String contentType();

    BodyPublisher publisher();

    /** How many bytes have gone out so far, over all attempts. */
    long sent();

    /** Headers that go with it. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** A small one. */
    final class Bytes implements Payload {
        private final String contentType;
        private final byte[] bytes;

        Bytes(String contentType, byte[] bytes) {
            this.contentType = contentType;
            this.bytes = bytes;
        }

        @Override
        public String contentType() {
            return contentType;
        }

        @Override
        public BodyPublisher publisher() {
            return BodyPublishers.ofByteArray(bytes);
        }

        @Override
        public long sent() {
            return 0;
        }
    }
}
