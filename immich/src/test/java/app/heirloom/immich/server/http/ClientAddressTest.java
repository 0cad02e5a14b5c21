package app.heirloom.immich.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void aStrangersClaimIsNotBelieved() {
        assertThat(ClientAddress.of("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
    }

    @Test
    void aProxyNearbyTellsWhomItSaw() {
        for (String proxy : new String[] {"127.0.0.1", "192.168.1.2", "10.0.0.1", "::1", "[::1]", "fe80::1%eth0"}) {
            assertThat(ClientAddress.of(proxy, "198.51.100.1, 203.0.113.7"))
                    .as(proxy)
                    .isEqualTo("203.0.113.7");
        }
    }

    @Test
    void whatIsNoAddressIsNotLookedUp() {
        for (String forwarded : new String[] {"", ",", "example.org", "unknown", "x".repeat(10_000)}) {
            assertThat(ClientAddress.of("127.0.0.1", forwarded)).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void anIpv6NetworkIsOneHousehold() {
        assertThat(ClientAddress.of("2001:db8:1:2:aaaa::1", null))
                .isEqualTo(ClientAddress.of("2001:db8:1:2:bbbb::2", null))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3:aaaa::1", null));
    }
}
