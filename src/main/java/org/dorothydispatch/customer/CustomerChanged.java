package org.dorothydispatch.customer;

/** Somebody else changed what is known of the customer first. The message says who. */
public final class CustomerChanged extends RuntimeException {

    CustomerChanged(String sentence) {
        super(sentence);
    }
}
