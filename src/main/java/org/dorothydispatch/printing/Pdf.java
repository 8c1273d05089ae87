package org.dorothydispatch.printing;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Makes PDFs of the pages: each part counts its own pages, so that a technician's sheets say how many there are. */
@Component
class Pdf {

    /** A PDF takes a core and some dozens of megabytes; the next in line waits. */
    private static final int AT_ONCE = 1;

    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore turn = new Semaphore(AT_ONCE, true);

    /** Too many PDFs are asked for at this moment. */
    static final class Busy extends RuntimeException {

        Busy() {
            super("Several people are printing at this moment. Try again in half a minute.");
        }
    }

    enum Paper {
        A4,
        LETTER;

        String style(boolean landscape) {
            return """
                    @page { size: %1$s%2$s; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); \
                    font-family: %3$s; font-size: 8pt; } }
                    html { font-family: %3$s; }""".formatted(this == A4 ? "A4" : "letter", landscape ? " landscape" : "", FAMILIES);
        }

        /** What lies in the printers there: Letter in America, A4 elsewhere. */
        static Paper usual(ZoneId zone) {
            return zone.getId().startsWith("America/") ? LETTER : A4;
        }

        private static final String FAMILIES = java.util.Arrays.stream(PdfLetters.Font.values())
                .map(font -> "'" + font.family() + "'")
                .collect(Collectors.joining(", "));
    }

    /** One PDF of these documents; each is written by a function that is given the letters the PDF has. */
    byte[] print(List<Function<PdfLetters, String>> documents) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            if (documents.size() == 1) {
                return one(documents.getFirst());
            }
            var all = new PDFMergerUtility();
            for (var document : documents) {
                all.addSource(new RandomAccessReadBuffer(one(document)));
            }
            var out = new ByteArrayOutputStream();
            all.setDestinationStream(out);
            all.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.release();
        }
    }

    private static byte[] one(Function<PdfLetters, String> document) throws IOException {
        var letters = new PdfLetters();
        var html = document.apply(letters);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withProducer("Dorothy")
                .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
                .useUnicodeBidiReorderer(new RightToLeft.Reorderer())
                .useObjectDrawerFactory(new Lines())
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withHtmlContent(html, null)
                .toStream(out);
        for (var font : letters.used()) {
            builder.useFont(() -> font.open(false), font.family(), 400, FontStyle.NORMAL, true);
            if (font.hasBold()) {
                builder.useFont(() -> font.open(true), font.family(), 700, FontStyle.NORMAL, true);
            }
        }
        builder.run();
        return out.toByteArray();
    }

    static {
        // It would tell the terminal of every style it knows nothing of.
        XRLog.setLoggingEnabled(false);
        // Else the first PDF looks through all fonts of the machine and keeps a list in somebody's home.
        FontMappers.set(new OwnFontsOnly());
    }

    /** Whatever a document asks for that is not in it is our own font; a page only names fonts that are embedded. */
    private static final class OwnFontsOnly implements FontMapper {

        private @Nullable TrueTypeFont font;

        private synchronized TrueTypeFont font() {
            try {
                if (font == null) {
                    font = new TTFParser().parse(new RandomAccessReadBuffer(PdfLetters.Font.SANS.open(false)));
                }
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font(), true);
        }
    }

    /** Draws a {@link DrawnLine}, without the graphics and the fonts of a desktop. */
    private static final class Lines implements FSObjectDrawerFactory, FSObjectDrawer {

        @Override
        public @Nullable FSObjectDrawer createDrawer(Element element) {
            return isReplacedObject(element) ? this : null;
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getNodeName().equals("object") && element.hasAttribute("data-line");
        }

        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            var path = new Path2D.Double();
            for (var piece : element.getAttribute("data-line").split("\\|")) {
                var points = piece.split(" ");
                for (int i = 0; i < points.length; i++) {
                    int comma = points[i].indexOf(',');
                    double across = Double.parseDouble(points[i].substring(0, comma));
                    double down = Double.parseDouble(points[i].substring(comma + 1));
                    if (i == 0) {
                        path.moveTo(across, down);
                    }
                    path.lineTo(across, down);
                }
            }
            double scale = width / Integer.parseInt(element.getAttribute("data-width"));
            var place = AffineTransform.getTranslateInstance(x, y);
            place.scale(scale, height / Integer.parseInt(element.getAttribute("data-height")));
            var stroke = device.getStroke();
            device.setStroke(new BasicStroke((float) (1.5 * scale)));
            device.setPaint(Color.GRAY);
            device.draw(place.createTransformedShape(path));
            device.setStroke(stroke);
            return null;
        }
    }
}
