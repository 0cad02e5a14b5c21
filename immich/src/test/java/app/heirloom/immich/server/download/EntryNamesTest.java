package app.heirloom.immich.server.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryNamesTest {
    private final EntryNames names = new EntryNames();

    @Test
    void numbersRepeatedNames() {
        assertThat(names.take("a.jpg")).isEqualTo("a.jpg");
        assertThat(names.take("a.jpg")).isEqualTo("a+1.jpg");
        assertThat(names.take("A.JPG")).isEqualTo("A+2.JPG");
        assertThat(names.take("b")).isEqualTo("b");
        assertThat(names.take("b")).isEqualTo("b+1");
    }

    @Test
    void aNumberedNameMayBeTakenToo() {
        names.take("a+1.jpg");
        names.take("a.jpg");
        assertThat(names.take("a.jpg")).isEqualTo("a+2.jpg");
    }

    @Test
    void noNameLeadsOutOfTheArchive() {
        assertThat(names.take("../../a\\b.jpg")).isEqualTo(".._.._a_b.jpg");
    }
}
