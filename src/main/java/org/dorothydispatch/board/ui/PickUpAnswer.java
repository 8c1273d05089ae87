package org.dorothydispatch.board.ui;

import java.util.List;
import org.dorothydispatch.flags.VerdictMap;

/** The verdict map as it travels: a target is an array, because a big board has thousands. */
record PickUpAnswer(List<String> visits, List<Integer> versions, List<Object[]> targets) {

    static PickUpAnswer of(VerdictMap map) {
        return new PickUpAnswer(
                map.visits(),
                map.versions(),
                map.targets().stream().map(PickUpAnswer::array).toList());
    }

    private static Object[] array(VerdictMap.Target target) {
        return new Object[] {
            target.row(),
            target.date().toString(),
            target.customerLight().ordinal(),
            target.companyLight().ordinal(),
            target.text(),
            target.start() == null ? null : target.start().toString(),
            target.technician(),
            target.allowed().ordinal(),
            target.route(),
            target.quarters()
        };
    }
}
