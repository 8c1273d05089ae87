package org.dorothydispatch.headless;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.VisitFacts;

/** One line for each flag. */
final class CsvPrinter implements FlagPrinter {

    private final CsvWriter csv;

    CsvPrinter(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin() {
        csv.writeRecord("visit", "date", "technician", "side", "kind", "code", "outcome", "level", "message");
    }

    @Override
    public void visit(VisitFacts visit, List<Flag> flags) {
        for (var flag : flags) {
            csv.writeRecord(
                    flag.visit(),
                    flag.date().toString(),
                    flag.technician(),
                    flag.side().word(),
                    flag.kind(),
                    flag.code(),
                    flag.outcome().name(),
                    flag.level().word(),
                    flag.message());
        }
    }

    @Override
    public void end(Collection<OfficeCount> offices) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
