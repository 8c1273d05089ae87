package org.dorothydispatch.preference;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
class Introduction {

    @EmbeddedId
    private IntroductionRow id;

    protected Introduction() {}

    IntroductionRow row() {
        return id;
    }
}
