package org.dorothydispatch.board.ui;

import java.util.Optional;
import org.dorothydispatch.uikit.Scripts;

/** Where the script of the board's element lies. */
final class BoardModule {

    private BoardModule() {}

    /** The address for {@code addJsModule}; empty in a build without the frontend. */
    static Optional<String> address() {
        return Scripts.address("board");
    }
}
