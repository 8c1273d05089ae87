package org.dorothydispatch.board.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Where the script of the board's element lies. The frontend build writes its name, which changes with its content. */
final class BoardModule {

    private static final Optional<String> NAME = read();

    private BoardModule() {}

    /** The address for {@code addJsModule}; empty in a build without the frontend. */
    static Optional<String> address() {
        return NAME.map(name -> "context://" + name);
    }

    private static Optional<String> read() {
        try (var file = BoardModule.class.getResourceAsStream("/board.properties")) {
            if (file == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(file);
            return Optional.ofNullable(properties.getProperty("board.module"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
