package org.dorothydispatch.office;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The offices somebody may see, what day it is there, and the protocols in force. */
@Service
@Transactional(readOnly = true)
public class OfficeService {

    private final OfficeRepository offices;
    private final ProtocolRepository protocols;
    private final CurrentUser current;
    private final Clock clock;

    OfficeService(OfficeRepository offices, ProtocolRepository protocols, CurrentUser current, Clock clock) {
        this.offices = offices;
        this.protocols = protocols;
        this.current = current;
        this.clock = clock;
    }

    /** Every office the signed-in user may see, by name. */
    public List<OfficeRow> list() {
        return offices.findByCodeIn(current.offices()).stream()
                .map(Office::row)
                .sorted(Comparator.comparing(OfficeRow::name).thenComparing(OfficeRow::code))
                .toList();
    }

    public OfficeRow get(String office) {
        current.requireOffice(office);
        return offices.findById(office)
                .map(Office::row)
                .orElseThrow(() -> new IllegalArgumentException("There is no office (%s).".formatted(office)));
    }

    /** The day it is at this office now. */
    public LocalDate today(String office) {
        return LocalDate.ofInstant(clock.instant(), get(office).timeZone());
    }

    /** The office's own protocols and the ones of every office. */
    public List<ProtocolRow> protocols(String office) {
        current.requireOffice(office);
        return protocols.findInForceAt(office).stream().map(Protocol::row).toList();
    }
}
