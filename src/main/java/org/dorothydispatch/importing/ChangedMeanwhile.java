package org.dorothydispatch.importing;

/** Somebody saved a row between our reading it and our writing it. The import is undone and may begin again. */
final class ChangedMeanwhile extends RuntimeException {

    ChangedMeanwhile() {
        super("Somebody changed the same rows while they were being imported. Nothing was stored. Import again.");
    }
}
