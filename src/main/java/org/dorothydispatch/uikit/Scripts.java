package org.dorothydispatch.uikit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Where the scripts of our own elements lie. The frontend build writes their names, which change with their content. */
public final class Scripts {

    private static final Properties NAMES = read();

    private Scripts() {}

    /** The address of an element's script for {@code addJsModule}; empty in a build without the frontend. */
    public static Optional<String> address(String element) {
        return Optional.ofNullable(NAMES.getProperty(element + ".module")).map(name -> "context://" + name);
    }

    private static Properties read() {
        var names = new Properties();
        try (var file = Scripts.class.getResourceAsStream("/board.properties")) {
            if (file != null) {
                names.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
