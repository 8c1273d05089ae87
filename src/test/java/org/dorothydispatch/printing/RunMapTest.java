package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dorothydispatch.printing.Dots.Dot;
import org.dorothydispatch.printing.RunMap.Place;
import org.junit.jupiter.api.Test;

class RunMapTest {

    @Test
    void northIsUpAndEastIsRight() {
        var map = new RunMap(List.of(new Place(1, 41.88, -87.64), new Place(2, 41.92, -87.60)));
        var first = map.dots().get(0);
        var second = map.dots().get(1);
        assertThat(second.y()).isLessThan(first.y());
        assertThat(second.x()).isGreaterThan(first.x());
        assertThat(map.dots()).allSatisfy(dot -> {
            assertThat(dot.x()).isBetween(0.0, (double) RunMap.WIDTH);
            assertThat(dot.y()).isBetween(0.0, (double) RunMap.HEIGHT);
        });
    }

    @Test
    void aDegreeOfLongitudeIsShorterAwayFromTheEquator() {
        var map = new RunMap(List.of(new Place(1, 60.0, 10.0), new Place(2, 60.01, 10.0), new Place(3, 60.0, 10.02)));
        var corner = map.dots().get(0);
        double up = corner.y() - map.dots().get(1).y();
        double right = map.dots().get(2).x() - corner.x();
        assertThat(right).isCloseTo(up, within(0.1));
    }

    @Test
    void stopsInOneHouseShareADot() {
        var map = new RunMap(
                List.of(new Place(1, 41.88, -87.64), new Place(2, 41.92, -87.60), new Place(4, 41.88, -87.64)));
        assertThat(map.dots()).extracting(Dot::label).containsExactly("1, 4", "2");
        assertThat(map.line().split(" ")).hasSize(3);
    }

    @Test
    void oneStopAloneIsInTheMiddle() {
        var map = new RunMap(List.of(new Place(1, 41.88, -87.64)));
        assertThat(map.dots()).containsExactly(new Dot("1", RunMap.WIDTH / 2.0, RunMap.HEIGHT / 2.0));
        assertThat(map.scale().pixels()).isBetween(10.0, RunMap.WIDTH / 3.0 + 1);
    }

    @Test
    void theBarSaysHowFarThingsAre() {
        var map = new RunMap(List.of(new Place(1, 41.8, -87.64), new Place(2, 41.9, -87.64)));
        double perKilometre = (map.dots().get(0).y() - map.dots().get(1).y()) / 11.12;
        assertThat(map.scale().label()).isEqualTo("5 km (3.1 miles)");
        assertThat(map.scale().pixels()).isCloseTo(5 * perKilometre, within(0.5));
    }
}
