package org.dorothydispatch.importing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes that exist outside the bundle, so that a bundle may name what an earlier one brought. */
@FunctionalInterface
public interface KnownCodes {

    /** Only the bundle itself counts. */
    KnownCodes NONE = (file, code) -> Optional.empty();

    /** What a code stands for, if it is known; asked only for codes the bundle itself does not hold. */
    Optional<Known> find(BundleFile file, String code);

    /** {@code customer}: whose site, agreement, preference or visit it is; null for everything else. */
    record Known(@Nullable String customer) {}
}
