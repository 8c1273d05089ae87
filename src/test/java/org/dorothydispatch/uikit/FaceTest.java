package org.dorothydispatch.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {

    /** The element of the board asserts the same colours for the same codes. */
    @ParameterizedTest
    @CsvSource({"'', 0", "ANA, 8", "T-0042, 9", "Zoë-ß-日本, 0", "a-code-of-forty-characters-0000000000000001, 5"})
    void aCodeKeepsItsColour(String code, int colour) {
        assertThat(Face.colourOf(code)).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Petrov, AP",
        "Dorothy, D",
        "José María de la Cruz, JC",
        "'  zoë  ', Z",
        "'', ?",
        "St Anne's School, SS",
        "'Dorothy Hale, Hale''s Gifts', DH",
        "'Petrov, Ana', PA"
    })
    void initialsAreOfTheFirstAndTheLastWord(String name, String initials) {
        assertThat(Face.initialsOf(name)).isEqualTo(initials);
    }

    @Test
    void theNameIsReadAloud() {
        var face = new Face("ANA", "Ana Petrov");
        assertThat(face.getText()).isEqualTo("AP");
        assertThat(face.getElement().getAttribute("aria-label")).isEqualTo("Ana Petrov");
        assertThat(face.getStyle().get("background-color"))
                .isEqualTo("var(--dorothy-face-" + Face.colourOf("ANA") + ")");
    }
}
