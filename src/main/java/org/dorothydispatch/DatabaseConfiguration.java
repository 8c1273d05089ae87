package org.dorothydispatch;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database named by {@code spring.datasource.*}, connected to with {@link ConnectionDefaults}. */
@Configuration
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails connectionDetails(DataSourceProperties properties) {
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return properties.determineUsername();
            }

            @Override
            public String getPassword() {
                return properties.determinePassword();
            }

            @Override
            public String getJdbcUrl() {
                return ConnectionDefaults.addTo(properties.determineUrl());
            }
        };
    }
}
