package org.dorothydispatch.comparison;

import java.time.Clock;
import javax.sql.DataSource;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The roll-ups of the running console. */
@Configuration
class ComparisonConfiguration {

    @Bean
    RollUps rollUps(DataSource source, TravelTimes travel, Clock clock) {
        return new RollUps(source, travel, clock);
    }
}
