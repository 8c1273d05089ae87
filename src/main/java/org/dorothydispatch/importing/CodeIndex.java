package org.dorothydispatch.importing;

import java.util.Arrays;

/**
 * Codes with the line on which each stands and one number beside it. A million codes of ten letters take about 50 MB;
 * as strings in a hash map they would take three times that.
 */
final class CodeIndex {

    /** No number beside the code. */
    static final int NONE = -1;

    private char[] letters = new char[1024];
    private int[] starts = new int[64];
    private int[] hashes = new int[64];
    private int[] lines = new int[64];
    private int[] numbers = new int[64];
    private int[] table = new int[128];
    private int size;
    private int used;

    /** The position of a code, or -1 when it is not here. */
    int find(String code) {
        return table[slot(code, code.hashCode())] - 1;
    }

    /** Adds a code that is not here yet and returns its position. */
    int add(String code, long line, int number) {
        makeRoom(code.length());
        starts[size] = used;
        code.getChars(0, code.length(), letters, used);
        used += code.length();
        starts[size + 1] = used;
        hashes[size] = code.hashCode();
        lines[size] = (int) Math.min(line, Integer.MAX_VALUE);
        numbers[size] = number;
        table[slot(code, hashes[size])] = size + 1;
        return size++;
    }

    /** The position of a code, which is added if need be. */
    int intern(String code) {
        int position = find(code);
        return position >= 0 ? position : add(code, 0, NONE);
    }

    String code(int position) {
        return new String(letters, starts[position], starts[position + 1] - starts[position]);
    }

    int line(int position) {
        return lines[position];
    }

    int number(int position) {
        return numbers[position];
    }

    private int slot(String code, int hash) {
        int mask = table.length - 1;
        int slot = spread(hash) & mask;
        while (table[slot] != 0 && !matches(table[slot] - 1, code, hash)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean matches(int position, String code, int hash) {
        int start = starts[position];
        int length = starts[position + 1] - start;
        if (hashes[position] != hash || length != code.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (letters[start + i] != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Codes that count up have hashes that lie side by side; spread out, they do not push each other along. */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    private void makeRoom(int length) {
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(used + length, letters.length + letters.length / 2));
        }
        if (size + 2 > starts.length) {
            int room = starts.length + starts.length / 2;
            starts = Arrays.copyOf(starts, room);
            hashes = Arrays.copyOf(hashes, room);
            lines = Arrays.copyOf(lines, room);
            numbers = Arrays.copyOf(numbers, room);
        }
        if (2 * (size + 1) > table.length) {
            table = new int[table.length * 2];
            int mask = table.length - 1;
            for (int position = 0; position < size; position++) {
                int slot = spread(hashes[position]) & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = position + 1;
            }
        }
    }
}
