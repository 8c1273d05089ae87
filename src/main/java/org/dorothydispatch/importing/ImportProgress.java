package org.dorothydispatch.importing;

/** Told now and then how far an import or export is. */
@FunctionalInterface
public interface ImportProgress {

    /** For who does not wait and watch. */
    ImportProgress NONE = (phase, done, total) -> {};

    /** {@code total} is 0 while it is not known. */
    void at(Phase phase, long done, long total);

    /** The long parts of the work, in their order. */
    enum Phase {
        /** Reading the files and comparing them with what is stored; in bytes. */
        COMPARING("Reading and comparing"),
        /** Writing what is new or different; in bytes read again. */
        STORING("Storing"),
        /** Judging planned and confirmed visits; in visits. */
        CHECKING("Checking visits"),
        /** Looking through another system's file; in lines, the total unknown. */
        LOOKING("Looking through"),
        /** Writing files; in rows, the total unknown. */
        WRITING("Writing files");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
