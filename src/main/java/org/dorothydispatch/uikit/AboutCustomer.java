package org.dorothydispatch.uikit;

import java.util.Optional;

/** A screen that may be about one customer: what is done from anywhere is done for them. */
public interface AboutCustomer {

    /** The code of who it is about at the moment. */
    Optional<String> customer();

    /** Something was written down about them: shows how it stands now. */
    void again();
}
