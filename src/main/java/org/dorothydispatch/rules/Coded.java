package org.dorothydispatch.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with a code. Two facts are about the same thing when their codes are equal. */
interface Coded {

    String code();

    static boolean same(@Nullable Coded one, @Nullable Coded other) {
        return one == other || (one != null && other != null && one.code().equals(other.code()));
    }

    static boolean isAmong(List<? extends Coded> all, Coded one) {
        for (Coded other : all) {
            if (same(other, one)) {
                return true;
            }
        }
        return false;
    }
}
