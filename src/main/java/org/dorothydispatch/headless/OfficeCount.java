package org.dorothydispatch.headless;

import java.util.List;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.OfficeFacts;

/** What the checks of one office's customers came to. */
final class OfficeCount {

    final OfficeFacts office;
    int visits;
    int visitsWithBroken;
    int promises;
    int otherPreferences;
    int protocols;
    int impossible;
    int consented;

    OfficeCount(OfficeFacts office) {
        this.office = office;
    }

    void count(List<Flag> flags) {
        visits++;
        boolean broken = false;
        for (var flag : flags) {
            if (!flag.broken()) {
                consented++;
                continue;
            }
            broken = true;
            switch (flag.side()) {
                case CUSTOMER -> {
                    if (flag.level() == Level.PROMISED) {
                        promises++;
                    } else {
                        otherPreferences++;
                    }
                }
                case COMPANY -> protocols++;
                case FEASIBILITY -> impossible++;
            }
        }
        if (broken) {
            visitsWithBroken++;
        }
    }

    boolean anyBroken() {
        return visitsWithBroken > 0;
    }
}
