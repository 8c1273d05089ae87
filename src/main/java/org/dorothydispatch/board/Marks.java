package org.dorothydispatch.board;

/**
 * What matters to a customer, one letter each, in the order the board shows them: p person, n never somebody, f
 * familiar faces, d day, w time of day, c call first, l language, s skill, r please remember.
 */
final class Marks {

    private static final String LETTERS = "pnfdwclsr";
    private static final String[] WRITTEN = new String[1 << LETTERS.length()];

    static final String REMEMBER = "r";

    private Marks() {}

    static int of(String preferenceKind) {
        return switch (preferenceKind) {
            case "PERSON", "ONLY" -> bit('p');
            case "NEVER" -> bit('n');
            case "FAMILIAR", "FACES" -> bit('f');
            case "WEEKDAYS", "STEADY_DAY", "NOT_DATES", "ASK_FIRST", "GAP" -> bit('d');
            case "WINDOW", "STEADY_TIME" -> bit('w');
            case "NOTICE" -> bit('c');
            case "LANGUAGE" -> bit('l');
            case "SKILL" -> bit('s');
            case "REMEMBER" -> bit('r');
            default -> 0;
        };
    }

    static int read(String letters) {
        return letters.chars().map(letter -> bit((char) letter)).reduce(0, (a, b) -> a | b);
    }

    static String write(int bits) {
        return WRITTEN[bits];
    }

    private static int bit(char letter) {
        return 1 << LETTERS.indexOf(letter);
    }

    static {
        for (int bits = 0; bits < WRITTEN.length; bits++) {
            var letters = new StringBuilder();
            for (int i = 0; i < LETTERS.length(); i++) {
                if ((bits & 1 << i) != 0) {
                    letters.append(LETTERS.charAt(i));
                }
            }
            WRITTEN[bits] = letters.toString();
        }
    }
}
