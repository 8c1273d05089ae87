package org.dorothydispatch.shell;

import java.util.function.IntConsumer;

/** What the browser of a technician keeps of their day, asked before they sign out. */
interface PhoneDay {

    /** Tells how many entries were not sent yet; none where the browser does not say. */
    void unsent(IntConsumer then);

    /** Takes the day away, but not what was not sent; then goes on, also where the browser could not. */
    void forget(Runnable then);
}
