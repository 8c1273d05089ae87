package org.dorothydispatch.importing;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

/** A file's bytes as text. */
final class Utf8 {

    /**
     * Comes after the last line of every text as a row of its own. Where it does not come alone, a quote was left open:
     * the CSV library takes the end of the file for the closing quote and would not say so.
     */
    static final String END = "\0end\0";

    /**
     * Stands for a carriage return without a line feed, which ends no line of a bundle. The CSV library (4.1.0) takes
     * one inside the last cell of a row for half a line end and joins the row with the next. No text holds this
     * character: Unicode keeps it free for uses like this.
     */
    static final char LONE_RETURN = '\uFDD0';

    /** What stands for bytes that are not UTF-8 when they are not refused. */
    static final char REPLACEMENT = '\uFFFD';

    private static final int ENOUGH_LINES = 10_000;

    private Utf8() {}

    /**
     * The text without a byte-order mark, {@link #LONE_RETURN} in place of each, and with {@link #END} behind it. Strict reading throws a
     * {@link java.nio.charset.CharacterCodingException} at bytes that are not UTF-8, lenient reading puts
     * {@link #REPLACEMENT} there.
     */
    static Reader text(InputStream bytes, boolean lenient) throws IOException {
        var buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(4);
        var start = buffered.readNBytes(4);
        buffered.reset();
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            buffered.skipNBytes(3);
        } else if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            throw new BundleSource.FileRefused("The file is UTF-16; save it as UTF-8.");
        } else if (startsWith(start, 'P', 'K', 3, 4)) {
            throw new BundleSource.FileRefused("The file is a spreadsheet or a zip; save it as CSV in UTF-8.");
        }
        var action = lenient ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        return new Prepared(new InputStreamReader(
                buffered,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(action).onUnmappableCharacter(action)));
    }

    private static boolean startsWith(byte[] start, int... expected) {
        return start.length >= expected.length
                && Arrays.equals(
                        Arrays.copyOf(start, expected.length),
                        0,
                        expected.length,
                        toBytes(expected),
                        0,
                        expected.length);
    }

    private static byte[] toBytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** The lines that hold bytes which are not UTF-8: the first few thousand of them. */
    static NavigableSet<Long> malformedLines(InputStream bytes) throws IOException {
        var lines = new TreeSet<Long>();
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.allocate(1 << 16).flip();
        var out = CharBuffer.allocate(1 << 16);
        long line = 1;
        boolean afterReturn = false;
        boolean ended = false;
        while (lines.size() < ENOUGH_LINES) {
            var result = decoder.decode(in, out, ended);
            out.flip();
            while (out.hasRemaining()) {
                char c = out.get();
                if (c == '\r' || c == '\n' && !afterReturn) {
                    line++;
                }
                afterReturn = c == '\r';
            }
            out.clear();
            if (result.isError()) {
                lines.add(line);
                in.position(in.position() + result.length());
            } else if (result.isUnderflow()) {
                if (ended) {
                    break;
                }
                in.compact();
                int got = bytes.read(in.array(), in.position(), in.remaining());
                ended = got < 0;
                in.position(in.position() + Math.max(got, 0)).flip();
            }
        }
        return lines;
    }

    /** Marks lone carriage returns, and puts a line break and {@link #END} behind a text. */
    private static final class Prepared extends FilterReader {

        private static final String TAIL = "\n" + END;
        private static final int NONE = -1;

        /** A character that was read to see what follows a carriage return, and is not given out yet. */
        private int ahead = NONE;

        private boolean ended;
        private int given;

        Prepared(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int got = ended ? -1 : readText(buffer, offset, length);
            if (got >= 0) {
                return got;
            }
            ended = true;
            if (given == TAIL.length()) {
                return -1;
            }
            int now = Math.min(length, TAIL.length() - given);
            TAIL.getChars(given, given + now, buffer, offset);
            given += now;
            return now;
        }

        private int readText(char[] buffer, int offset, int length) throws IOException {
            int got;
            if (ahead == NONE) {
                got = in.read(buffer, offset, length);
            } else {
                buffer[offset] = (char) ahead;
                ahead = NONE;
                got = 1;
            }
            for (int i = offset; i < offset + got; i++) {
                if (buffer[i] == '\r' && !isLineFeedOrEnd(i + 1 < offset + got ? buffer[i + 1] : lookAhead())) {
                    buffer[i] = LONE_RETURN;
                }
            }
            return got;
        }

        private int lookAhead() throws IOException {
            ahead = in.read();
            return ahead;
        }

        private static boolean isLineFeedOrEnd(int next) {
            return next == '\n' || next == NONE;
        }

        @Override
        public int read() throws IOException {
            var one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }
}
