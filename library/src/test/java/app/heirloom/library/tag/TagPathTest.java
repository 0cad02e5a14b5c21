package app.heirloom.library.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagPathTest {
    @Test
    void isNamedByItsAncestors() {
        TagPath path = TagPath.parse(" Family / Anna ");
        assertThat(path.value()).isEqualTo("Family/Anna");
        assertThat(path.name()).isEqualTo("Anna");
        assertThat(path.parent()).contains(TagPath.parse("Family"));
        assertThat(TagPath.parse("Family").parent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "/a", "a/", "a//b", "a/ /b"})
    void refusesEmptyParts(String text) {
        assertThatThrownBy(() -> TagPath.parse(text)).hasMessageContaining("empty part");
    }

    @Test
    void isRenamedInItsPlace() {
        assertThat(TagPath.parse("Family/Anna").renamed("Anne").value()).isEqualTo("Family/Anne");
        assertThat(TagPath.parse("Family").renamed("Kin").value()).isEqualTo("Kin");
        assertThatThrownBy(() -> TagPath.parse("Family").renamed("Family/Anna")).hasMessageContaining("cannot contain");
    }

    @Test
    void readsWhatItCanOfAKeyword() {
        assertThat(TagPath.ofKeyword("/Places//Rome ")).contains(new TagPath("Places/Rome"));
        assertThat(TagPath.ofKeyword(" / ")).isEmpty();
    }

    @Test
    void aColourHasAHash() {
        assertThat(TagColor.parse("f80").value()).isEqualTo("#f80");
        assertThat(TagColor.parse("#FF8800cc").value()).isEqualTo("#FF8800cc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "ff", "#ff88000", "red", "##ff8800"})
    void refusesWhatIsNoColour(String text) {
        assertThatThrownBy(() -> TagColor.parse(text)).hasMessageContaining("#ff8800");
    }
}
