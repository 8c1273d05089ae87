package org.dorothydispatch.importing;

import java.time.Clock;
import javax.sql.DataSource;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import and export need no Spring; the console hands them its database. */
@Configuration
class ImportConfiguration {

    @Bean
    BundleImport bundleImport(DataSource database, Clock clock, TravelTimes travel) {
        return new BundleImport(database, clock, travel);
    }

    @Bean
    BundleExport bundleExport(DataSource database) {
        return new BundleExport(database);
    }
}
