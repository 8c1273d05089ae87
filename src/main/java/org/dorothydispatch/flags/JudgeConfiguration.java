package org.dorothydispatch.flags;

import org.dorothydispatch.travel.StraightLine;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The checks with the console's travel times, and the sweeper's clock. */
@Configuration
@EnableScheduling
class JudgeConfiguration {

    @Bean
    TravelTimes travelTimes() {
        return new StraightLine();
    }

    @Bean
    Judge judge(TravelTimes travel) {
        return new Judge(travel);
    }
}
