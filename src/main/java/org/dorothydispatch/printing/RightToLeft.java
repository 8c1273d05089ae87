package org.dorothydispatch.printing;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/** Which way text runs, and how the PDF library is told; the JDK knows the rules of Unicode. */
final class RightToLeft {

    private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

    private RightToLeft() {}

    /** Whether the first letter that has a direction runs from right to left. */
    static boolean startsRightToLeft(String text) {
        return direction(text) == BidiSplitter.RTL;
    }

    private static byte direction(String text) {
        for (int point : text.codePoints().toArray()) {
            switch (Character.getDirectionality(point)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return BidiSplitter.LTR;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return BidiSplitter.RTL;
                }
                default -> {}
            }
        }
        return BidiSplitter.NEUTRAL;
    }

    /** Cuts a paragraph into runs of one direction. */
    static final class Splitter implements BidiSplitter {

        private @Nullable Bidi bidi;

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi = new Bidi(
                    paragraph,
                    direction == RTL
                            ? Bidi.DIRECTION_RIGHT_TO_LEFT
                            : direction == LTR ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return bidi == null ? 0 : bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            if (bidi == null) {
                throw new IllegalStateException("No paragraph was set.");
            }
            int start = bidi.getRunStart(run);
            return new BidiTextRun(start, bidi.getRunLimit(run) - start, bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return direction(paragraph);
        }
    }

    /** Turns a run around. Arabic letters have their shapes by then, see {@link ArabicShapes}. */
    static final class Reorderer implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            var turned = new StringBuilder(text.length());
            int end = text.length();
            for (int start = end; end > 0; end = start) {
                // A mark stays behind the letter it stands on.
                do {
                    start = text.offsetByCodePoints(start, -1);
                } while (start > 0 && isMark(text.codePointAt(start)));
                for (int i = start; i < end; i++) {
                    turned.append(mirrored(text.charAt(i)));
                }
            }
            return turned.toString();
        }

        private static boolean isMark(int point) {
            int type = Character.getType(point);
            return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        }

        private static char mirrored(char letter) {
            int place = MIRRORED.indexOf(letter);
            return place < 0 ? letter : MIRRORED.charAt(place ^ 1);
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
