package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionDefaultsTest {

    @Test
    void aPlainMySqlAddressIsEnough() {
        assertThat(ConnectionDefaults.addTo("jdbc:mysql://db/dorothy"))
                .startsWith("jdbc:mysql://db/dorothy?connectTimeout=5000&socketTimeout=")
                .contains("&connectionTimeZone=UTC")
                .contains("&rewriteBatchedStatements=true");
    }

    @Test
    void whatTheUserWroteWins() {
        assertThat(ConnectionDefaults.addTo("jdbc:mysql://db/dorothy?sslMode=REQUIRED&SocketTimeout=9"))
                .startsWith(
                        "jdbc:mysql://db/dorothy?sslMode=REQUIRED&SocketTimeout=9&connectTimeout=5000&connectionTime")
                .doesNotContain("socketTimeout");
    }

    @Test
    void h2BehavesLikeMySql() {
        assertThat(ConnectionDefaults.addTo("jdbc:h2:mem:demo;DB_CLOSE_DELAY=5"))
                .isEqualTo("jdbc:h2:mem:demo;DB_CLOSE_DELAY=5;MODE=MySQL;DATABASE_TO_LOWER=TRUE"
                        + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }

    @Test
    void anotherDatabaseIsLeftAlone() {
        assertThat(ConnectionDefaults.addTo("jdbc:mariadb://db/dorothy")).isEqualTo("jdbc:mariadb://db/dorothy");
    }
}
