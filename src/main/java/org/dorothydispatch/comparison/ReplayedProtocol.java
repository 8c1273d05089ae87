package org.dorothydispatch.comparison;

import java.util.List;
import org.dorothydispatch.flags.ProtocolReplay;
import org.dorothydispatch.office.ProtocolRow;

/**
 * What would have been, had a protocol only informed.
 *
 * @param months what was played
 * @param stood the promises it stood against in these months
 * @param kept those of them that would have been kept
 * @param played what would have become of the protocol flags
 */
public record ReplayedProtocol(
        String office,
        ProtocolRow protocol,
        Period months,
        List<BrokenPromise> stood,
        List<Kept> kept,
        ProtocolReplay.Played played) {

    public ReplayedProtocol {
        stood = List.copyOf(stood);
        kept = List.copyOf(kept);
    }

    /**
     * @param from where the visit stood, in words
     * @param to where it would have stood
     */
    public record Kept(BrokenPromise promise, String from, String to) {

        public Behind behind() {
            var words = promise.words();
            return new Behind(
                    promise.found().customer(),
                    promise.name(),
                    "%s%s instead of %s."
                            .formatted(
                                    words == null || words.isBlank() ? "" : "“%s” ".formatted(words.strip()),
                                    to,
                                    from));
        }
    }

    public long customers() {
        return Causes.customers(kept.stream().map(Kept::promise).toList());
    }
}
