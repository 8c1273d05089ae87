package org.dorothydispatch.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The streets under the board's map, when the settings name any: a PMTiles file on this machine, else the address of a
 * style somewhere else. It stands here because a style elsewhere is the one thing that lets a page of the console ask
 * another host, and the content security policy has to know which. Without either the map has a plain background.
 */
@Component
public class StreetMap {

    private static final Logger LOG = LoggerFactory.getLogger(StreetMap.class);

    private final @Nullable Path file;
    private final @Nullable URI style;

    public StreetMap(@Value("${dorothy.map.pmtiles:}") String file, @Value("${dorothy.map.style:}") String style) {
        this.file = file.isBlank() ? null : readable(file.strip());
        this.style = style.isBlank() || this.file != null ? null : address(style.strip());
    }

    /** The PMTiles file. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The address of a MapLibre style; empty when there is a file. */
    public Optional<URI> style() {
        return Optional.ofNullable(style);
    }

    /** The only host besides our own that pages may ask, as a content security policy writes it. */
    Optional<String> host() {
        return style().map(there -> there.getScheme() + "://" + there.getRawAuthority());
    }

    /** A map without streets is still a map: a wrong setting is said, and does not keep the console from starting. */
    private static @Nullable Path readable(String name) {
        var file = Path.of(name);
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return file;
        }
        LOG.warn(
                "The map has no streets: dorothy.map.pmtiles names ({}), which is not a file that can be read."
                        + " Name a PMTiles file by its full path.",
                name);
        return null;
    }

    private static @Nullable URI address(String text) {
        try {
            var address = new URI(text);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            // The host goes into a header: nothing but a host and a port may get there.
            if ((scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The sentence below says it.
        }
        LOG.warn(
                "The map has no streets: dorothy.map.style names ({}), which is not the address of a style."
                        + " Write it as in https://tiles.example.org/style.json.",
                text);
        return null;
    }
}
