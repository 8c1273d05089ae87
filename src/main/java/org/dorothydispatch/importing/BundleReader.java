package org.dorothydispatch.importing;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a bundle line by line and checks every rule of its format; whatever is wrong is in the report, never thrown. */
public final class BundleReader {

    private BundleReader() {}

    /**
     * Reads the folder or zip at {@code bundle} and gives each good line to {@code sink}. No file is ever held whole.
     *
     * @param known what exists outside the bundle; {@link KnownCodes#NONE} when nothing does
     */
    public static BundleReport read(Path bundle, KnownCodes known, BundleSink sink) {
        var findings = new Findings();
        try (var source = BundleSource.open(bundle)) {
            var codes = new Codes(known);
            for (var stranger : source.strangers()) {
                findings.warning(Quoted.plain(stranger), 0, null, "This is no file of a bundle and is left out.", null);
            }
            if (!source.has(BundleFile.OFFICES)) {
                findings.error(
                        BundleFile.OFFICES.fileName(), 0, null, "The file is missing; every bundle needs it.", null);
                codes.incomplete(BundleFile.OFFICES);
            }
            for (var file : BundleFile.values()) {
                if (source.has(file)) {
                    new FileReading(source, BundleFormat.of(file), codes, findings, sink).read();
                }
            }
            sink.progress(source.size(), source.size());
        } catch (BundleSource.Refused refused) {
            findings.error(Quoted.plain(bundle.toString()), 0, null, refused.getMessage(), null);
        } catch (IOException closing) {
            findings.error(
                    Quoted.plain(bundle.toString()),
                    0,
                    null,
                    "The bundle cannot be read: %s.".formatted(BundleSource.reason(closing)),
                    null);
        }
        return findings.report();
    }
}
