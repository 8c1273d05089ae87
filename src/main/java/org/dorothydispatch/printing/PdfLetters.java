package org.dorothydispatch.printing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Fits one document's text to the fonts we have, and remembers which of them it needs. A letter that no font has is
 * never a silent box: it is replaced, and whoever writes the line is told.
 */
final class PdfLetters {

    private static final String INSTEAD = "\u2026";

    /** Fonts by the scripts they are for; the first one has everything else. */
    enum Font {
        SANS("NotoSans", true, "\u0020\u24FF\u25A0\u2DFF"),
        ARABIC("NotoNaskhArabic", true, "\u0600\u06FF\uFB50\uFDFF\uFE70\uFEFF"),
        HEBREW("NotoSansHebrew", true, "\u0590\u05FF\uFB1D\uFB4F"),
        HAN("NotoSansSC", false, "\u3000\u312F\u31F0\u9FFF\uFF00\uFFEF"),
        HANGUL("NotoSansKR", false, "\u3131\u318E\uAC00\uD7A3");

        private static final Map<Font, BitSet> COVERED = new ConcurrentHashMap<>(new EnumMap<>(Font.class));

        private final String file;
        private final boolean bold;
        private final String scripts;

        Font(String file, boolean bold, String scripts) {
            this.file = file;
            this.bold = bold;
            this.scripts = scripts;
        }

        /** Whether there is a bold one; without, the regular one is used for bold text too. */
        boolean hasBold() {
            return bold;
        }

        String family() {
            return "Dorothy " + file;
        }

        InputStream open(boolean inBold) {
            var name = "/printing/fonts/%s-%s.ttf".formatted(file, inBold ? "Bold" : "Regular");
            return Objects.requireNonNull(PdfLetters.class.getResourceAsStream(name), name);
        }

        private boolean isFor(int point) {
            for (int i = 0; i < scripts.length(); i += 2) {
                if (point >= scripts.charAt(i) && point <= scripts.charAt(i + 1)) {
                    return true;
                }
            }
            return false;
        }

        /** Looked up in the font itself once; the big ones only when somebody's name needs them. */
        private boolean has(int point) {
            return COVERED.computeIfAbsent(this, Font::read).get(point);
        }

        private static BitSet read(Font font) {
            try (var in = font.open(false);
                    var parsed = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                var points = new BitSet();
                var table = parsed.getUnicodeCmapLookup();
                for (int point = 0x20; point <= 0xFFFF; point++) {
                    if (font.isFor(point) && table.getGlyphId(point) != 0) {
                        points.set(point);
                    }
                }
                return points;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Text as the PDF can write it. */
    record Written(String text, boolean missing) {}

    private final Set<Font> used = EnumSet.of(Font.SANS);

    /** The fonts of everything written so far. */
    Set<Font> used() {
        return used;
    }

    Written write(String text) {
        var shaped = ArabicShapes.shape(Normalizer.normalize(text, Normalizer.Form.NFC));
        var out = new StringBuilder(shaped.length());
        boolean missing = false;
        boolean gap = false;
        for (int i = 0; i < shaped.length(); ) {
            int point = shaped.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                out.append(point == '\n' ? '\n' : point == 0xA0 ? (char) 0xA0 : ' ');
                gap = false;
                continue;
            }
            if (Character.getType(point) == Character.FORMAT || Character.getType(point) == Character.CONTROL) {
                continue;
            }
            var font = fontFor(point);
            if (font != null) {
                used.add(font);
                out.appendCodePoint(point);
                gap = false;
            } else {
                missing = true;
                if (!gap) {
                    out.append(INSTEAD);
                }
                gap = true;
            }
        }
        return new Written(out.toString(), missing);
    }

    private static @Nullable Font fontFor(int point) {
        for (var font : Font.values()) {
            if (font.isFor(point) && font.has(point)) {
                return font;
            }
        }
        return null;
    }
}
