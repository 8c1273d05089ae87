package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dorothydispatch.comparison.Corner;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.FigureValue;
import org.dorothydispatch.comparison.OfficeLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigurePicturesTest {

    private static final Pattern DOT =
            Pattern.compile("<span class=\"dot\" style=\"left:(\\d+)px;top:(\\d+)px;width:\\d+px\">([^<]+)</span>");

    @Test
    void eachOfficeStandsInTheCornerThatItsLineNames() {
        var lines = List.of(
                office("Bay", 0.99, 0.99),
                office("<b>River</b>", 0.98, 0.80),
                office("Hill", 0.85, 0.97),
                office("Dale", 0.86, 0.82),
                new OfficeLine("E", "Empty", Map.of(), Map.of(), Map.of()));
        var page = new Markup(null);
        FigurePictures.quadrant(page, lines);

        double across = (Corner.LINE - 0.8) / 0.2 * FigurePictures.WIDTH;
        double down = 0.05 / 0.25 * FigurePictures.HEIGHT;
        var corners = new ArrayList<Corner>();
        DOT.matcher(page.toString()).results().forEach(dot -> {
            boolean right = Integer.parseInt(dot.group(1)) + 9 > across;
            boolean up = Integer.parseInt(dot.group(2)) + 9 < down;
            corners.add(
                    right ? up ? Corner.BOTH_GREEN : Corner.CUSTOMER_RED : up ? Corner.COMPANY_RED : Corner.BOTH_RED);
        });
        assertThat(corners)
                .containsExactly(Corner.BOTH_GREEN, Corner.CUSTOMER_RED, Corner.COMPANY_RED, Corner.BOTH_RED);
        assertThat(page.toString().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains(
                        "2 &lt;b&gt;River&lt;/b&gt; protocols 98.0 % promises 80.0 % All green for the company, red for the customer",
                        "4 Dale protocols 86.0 % promises 82.0 % Red for both")
                .doesNotContain("Empty");
    }

    @Test
    void withoutAnOfficeThatHasBothThereIsNoPicture() {
        var page = new Markup(null);
        FigurePictures.quadrant(page, List.of(new OfficeLine("E", "Empty", Map.of(), Map.of(), Map.of())));
        assertThat(page.toString()).isEmpty();
    }

    @Test
    void anAxisBeginsALittleBelowTheLowestMarkAndTheLine() {
        assertThat(Corner.lowest(Arrays.stream(new double[] {0.91, 1}))).isEqualTo(0.85);
        assertThat(Corner.lowest(Arrays.stream(new double[] {1, 1}))).isEqualTo(0.9);
        assertThat(Corner.lowest(Arrays.stream(new double[] {0}))).isEqualTo(0);
    }

    @Test
    void aTrendRisesWithItsFigureAndIsBrokenWhereThereWasNothing() {
        assertThat(trend(0.5, null, 0.6, 0.7)).contains("points=\"1.0,13.0\"", "points=\"51.7,7.0 77.0,1.0\"");
        assertThat(trend(0.5, 0.5)).contains("points=\"1.0,7.0 77.0,7.0\"");
        assertThat(trend(null, 0.5)).isEmpty();
    }

    private static String trend(@Nullable Double... months) {
        var page = new Markup(null);
        FigurePictures.trend(page, Arrays.asList(months));
        return page.toString();
    }

    private static OfficeLine office(String name, double protocols, double promises) {
        return new OfficeLine(
                name,
                name,
                Map.of(Figure.PROTOCOL_KEPT, value(protocols), Figure.KEPT_PROMISES, value(promises)),
                Map.of(),
                Map.of());
    }

    private static FigureValue value(double share) {
        return new FigureValue(share, 100, 0);
    }
}
