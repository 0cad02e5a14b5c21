package app.heirloom.inference.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleaningTest {
    private static final Cleaning CLIP = new Cleaning(true, true);
    private static final Cleaning SIGLIP = new Cleaning(true, false);
    private static final Cleaning MULTILINGUAL = new Cleaning(false, true);

    @Test
    void resolvesEntitiesHoweverOftenTheyWereEscaped() {
        assertThat(CLIP.apply("Tom &amp; Jerry &lt;3")).isEqualTo("tom & jerry <3");
        assertThat(CLIP.apply("&amp;amp;amp;")).isEqualTo("&");
        assertThat(CLIP.apply("caf&#233; caf&#xE9; caf&eacute;")).isEqualTo("café café café");
    }

    @Test
    void leavesWhatIsNoEntity() {
        assertThat(CLIP.apply("R&D; a&b &unknown; &#0; &#xD800; &#9999999;"))
                .isEqualTo("r&d; a&b &unknown; &#0; &#xd800; &#9999999;");
    }

    @Test
    void makesOneSpaceOfAnyWhiteSpace() {
        assertThat(CLIP.apply("  a\t\r\n b\u00a0\u3000\u2003c ")).isEqualTo("a b c");
        assertThat(CLIP.apply(" \n ")).isEmpty();
    }

    @Test
    void keepsCaseAndPunctuationWhereTheNetworkKnowsThem() {
        assertThat(CLIP.apply("İstanbul, GRÜN ẞ!")).isEqualTo("i̇stanbul, grün ß!");
        assertThat(SIGLIP.apply("A dog, \"running\" - in_the park!")).isEqualTo("a dog running in the park");
        assertThat(MULTILINGUAL.apply("Ein Hund, GRÜN!")).isEqualTo("Ein Hund, GRÜN!");
    }

    @Test
    void undressesWhatKeyboardsAndTypesettersDressUp() {
        assertThat(CLIP.apply("it’s “ﬁne” ａｂｃ")).isEqualTo("it's \"fine\" abc");
        assertThat(CLIP.apply("cafe\u0301")).isEqualTo("caf\u00e9");
        assertThat(CLIP.apply("a\u0000b\u0007c\ufeffd\ud800")).isEqualTo("abcd");
    }
}
