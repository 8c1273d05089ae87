package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicShapesTest {

    /** Spelled out as code points, because an editor would draw both sides alike. */
    @ParameterizedTest
    @CsvSource({
        "one letter alone, 0645, FEE1",
        "first between last, 0645 062D 0645 062F, FEE3 FEA4 FEE4 FEAA",
        "a letter that joins nothing after it, 062F 0645, FEA9 FEE1",
        "lam and alef become one, 0644 0627, FEFB",
        "lam and alef after a letter, 0628 0644 0627, FE91 FEFC",
        "a mark does not part its neighbours, 0628 064E 062A, FE91 064E FE96",
        "a hamza stands alone, 0628 0621, FE8F 0621",
        "a Persian letter, 067E 06CC, FB58 FBFD",
        "a Latin letter ends a word, 0628 0041, FE8F 0041"
    })
    void lettersTakeTheShapeTheirNeighboursAskFor(String situation, String letters, String shapes) {
        var shaped = ArabicShapes.shape(text(letters));
        // A hamza has one shape, written either way.
        assertThat(shaped.replace('\uFE80', '\u0621')).as(situation).isEqualTo(text(shapes));
    }

    private static String text(String points) {
        var text = new StringBuilder();
        for (var point : points.strip().split(" ")) {
            text.appendCodePoint(Integer.parseInt(point, 16));
        }
        return text.toString();
    }
}
