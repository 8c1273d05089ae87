package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.dorothydispatch.security.BoundedPasswordEncoder.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedPasswordEncoderTest {

    private static final String PASSWORD = "the long word of Dorothy";

    @ParameterizedTest
    @CsvSource({"MUCH_MEMORY, '$argon2id$v=19$m=47104,t=1,p=1$'", "LITTLE_MEMORY, '$argon2id$v=19$m=19456,t=2,p=1$'"})
    void aHashCostsWhatItSaysAndSoDoesThatOfNobody(Cost cost, String beginning) {
        var encoder = new BoundedPasswordEncoder(cost, 1, 1);
        assertThat(encoder.encode(PASSWORD)).startsWith(beginning);
        assertThat(encoder.hashOfNobody()).startsWith(beginning);
        assertThat(encoder.matches(PASSWORD, encoder.hashOfNobody())).isFalse();
    }

    @Test
    void aHashOfTheOtherCostOpensTooAndIsToBeMadeAnew() {
        var before = new BoundedPasswordEncoder(Cost.MUCH_MEMORY, 1, 1).encode(PASSWORD);
        var now = new BoundedPasswordEncoder(Cost.LITTLE_MEMORY, 1, 1);
        assertThat(now.matches(PASSWORD, before)).isTrue();
        assertThat(now.matches(PASSWORD + "!", before)).isFalse();
        assertThat(now.upgradeEncoding(before)).isTrue();
    }
}
