package org.dorothydispatch.importing.xray;

/** A file that cannot be looked through; the message says what to do. */
public class XrayRefused extends RuntimeException {

    XrayRefused(String sentence) {
        super(sentence);
    }
}
