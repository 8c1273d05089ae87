package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void theWaitGrowsToAMinuteAndNoFurther() {
        fail(3, "ira", "10.0.0.1");
        var waits = java.util.stream.IntStream.range(0, 9)
                .mapToObj(ignored -> {
                    var wait = throttle.admit("ira", "10.0.0.1");
                    clock.advance(wait);
                    throttle.admit("ira", "10.0.0.1");
                    return wait.toSeconds();
                })
                .toList();
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void aTryDuringTheWaitIsRefusedAndDoesNotLengthenIt() {
        fail(3, "ira", "10.0.0.1");
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.admit("ira", "10.0.0.1")).isPositive();
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.admit("ira", "10.0.0.1")).isZero();
    }

    @Test
    void anAccountIsGuessedFewerThanAHundredTimesAnHourFromAnywhere() {
        int admitted = 0;
        for (int second = 0; second < 3600; second++) {
            for (int address = 0; address < 5; address++) {
                if (throttle.admit("ira", "10.0." + second % 250 + "." + address)
                        .isZero()) {
                    admitted++;
                }
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(admitted).isLessThan(100);
    }

    @Test
    void oneAddressCannotTryAllAccounts() {
        for (int account = 0; account < 30; account++) {
            assertThat(throttle.admit("user" + account, "10.0.0.1")).isZero();
        }
        assertThat(throttle.admit("one more", "10.0.0.1")).isPositive();
        assertThat(throttle.admit("one more", "10.0.0.2")).isZero();
    }

    @Test
    void aStrangerCannotKeepSomebodyOut() {
        throttle.admit("ira", "office");
        throttle.succeeded("ira", "office");
        for (int i = 0; i < 500; i++) {
            throttle.admit("ira", "stranger " + i);
        }
        assertThat(throttle.admit("ira", "stranger")).isPositive();
        assertThat(throttle.admit("ira", "office")).isZero();
    }

    @Test
    void successAndAnHourOfQuietForget() {
        fail(3, "ira", "10.0.0.1");
        clock.advance(Duration.ofMinutes(61));
        fail(3, "ira", "10.0.0.1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.admit("ira", "10.0.0.1")).isZero();
        throttle.succeeded("ira", "10.0.0.1");
        fail(3, "ira", "10.0.0.1");
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.admit(account, address)).isZero();
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-10-05T09:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }
}
