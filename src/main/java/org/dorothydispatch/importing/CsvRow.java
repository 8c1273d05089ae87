package org.dorothydispatch.importing;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;

/**
 * One row as the CSV library reads it, used again for the next one: the texts of its cells and the line on which it
 * begins. Knows that line even when the row turns out to be broken.
 */
final class CsvRow {

    /** More than any table has; what stands beyond is counted and not kept. */
    static final int MOST_CELLS = 1000;

    private String[] cells = new String[32];
    private int size;
    private long line = 1;

    /** 0 for a blank line. */
    int size() {
        return size;
    }

    String cell(int position) {
        return cells[position];
    }

    long line() {
        return line;
    }

    /** Fills this row again and again. */
    CsvCallbackHandler<CsvRow> handler() {
        return new CsvCallbackHandler<>() {

            @Override
            protected RecordType getRecordType() {
                return RecordType.DATA;
            }

            @Override
            protected int getFieldCount() {
                return size;
            }

            @Override
            protected void beginRecord(long startingLineNumber) {
                line = startingLineNumber;
                size = 0;
            }

            @Override
            protected void addField(char[] text, int offset, int length, boolean quoted) {
                if (size < MOST_CELLS) {
                    if (size == cells.length) {
                        cells = Arrays.copyOf(cells, size * 2);
                    }
                    cells[size] = length == 0 ? "" : new String(text, offset, length).replace(Utf8.LONE_RETURN, '\r');
                }
                size++;
            }

            @Override
            protected void setComment(char[] text, int offset, int length) {
                throw new IllegalStateException("A bundle has no comments.");
            }

            @Override
            protected void setEmpty() {
                size = 0;
            }

            @Override
            protected CsvRow buildRecord() {
                return CsvRow.this;
            }
        };
    }
}
