package org.dorothydispatch.board;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From which yearly value on an agreement counts as middle, and as high; in whatever money the files are in.
 */
@Component
record ValueBands(
        @Value("${dorothy.board.value.middle:600}") BigDecimal middle,
        @Value("${dorothy.board.value.high:1500}") BigDecimal high) {

    ValueBands {
        if (middle.compareTo(high) >= 0) {
            throw new IllegalArgumentException(
                    "dorothy.board.value.middle (%s) must be less than dorothy.board.value.high (%s)."
                            .formatted(middle, high));
        }
    }

    /** 1 low, 2 middle, 3 high. */
    int of(BigDecimal annualValue) {
        return annualValue.compareTo(middle) < 0 ? 1 : annualValue.compareTo(high) < 0 ? 2 : 3;
    }

    List<BigDecimal> limits() {
        return List.of(middle, high);
    }
}
