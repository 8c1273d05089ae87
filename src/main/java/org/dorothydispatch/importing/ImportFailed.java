package org.dorothydispatch.importing;

/**
 * The import could not be done for a reason outside the bundle: the database is away or busy. The message is a sentence
 * for people that says what was stored: nothing, unless it says otherwise.
 */
public final class ImportFailed extends RuntimeException {

    ImportFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
