package org.dorothydispatch.rules;

/** {@code REMEMBER}: never broken; its words are shown wherever the visit is shown. */
final class RememberRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return false;
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        throw new IllegalStateException(
                "(%s) asks to remember something, which is never broken.".formatted(wish.code()));
    }
}
