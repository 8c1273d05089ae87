package org.dorothydispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every connection of ours needs beyond its address, so that nobody has to write it into {@code DOROTHY_DB_URL}:
 * {@code jdbc:mysql://host/dorothy} is enough. A setting that stands in the address already is left as it is.
 */
final class ConnectionDefaults {

    private static final Map<String, String> MYSQL = new LinkedHashMap<>();
    private static final Map<String, String> H2 = new LinkedHashMap<>();

    static {
        // The driver waits for ever unless told otherwise. Two minutes is longer than any single statement of an
        // import.
        MYSQL.put("connectTimeout", "5000");
        MYSQL.put("socketTimeout", "120000");
        // Moments are stored in UTC, whatever the zone of this machine or of the server.
        MYSQL.put("connectionTimeZone", "UTC");
        MYSQL.put("forceConnectionTimeZoneToSession", "true");
        // A batch becomes one statement of many rows; an import of a million visits depends on it.
        MYSQL.put("rewriteBatchedStatements", "true");
        MYSQL.put("cachePrepStmts", "true");
        MYSQL.put("prepStmtCacheSize", "250");
        MYSQL.put("prepStmtCacheSqlLimit", "8192");
        // Saves asking the server for what the driver itself has set (autocommit, isolation).
        MYSQL.put("useLocalSessionState", "true");

        H2.put("MODE", "MySQL");
        H2.put("DATABASE_TO_LOWER", "TRUE");
        H2.put("CASE_INSENSITIVE_IDENTIFIERS", "TRUE");
        // The database lives as long as the program, not as long as its last connection.
        H2.put("DB_CLOSE_DELAY", "-1");
    }

    private ConnectionDefaults() {}

    /** The address with our settings added; an address of any other database is returned unchanged. */
    static String addTo(String url) {
        if (url.startsWith("jdbc:mysql:")) {
            return append(url, MYSQL, url.contains("?") ? "&" : "?", "&");
        }
        if (url.startsWith("jdbc:h2:")) {
            return append(url, H2, ";", ";");
        }
        return url;
    }

    private static String append(String url, Map<String, String> settings, String first, String next) {
        var result = new StringBuilder(url);
        var present = url.toLowerCase();
        var separator = first;
        for (var setting : settings.entrySet()) {
            if (!present.matches(".*[?&;]" + setting.getKey().toLowerCase() + "=.*")) {
                result.append(separator).append(setting.getKey()).append('=').append(setting.getValue());
                separator = next;
            }
        }
        return result.toString();
    }
}
