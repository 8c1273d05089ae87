package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "Password1", "P@ssw0rd", "passw0rd2026!", "12345678", "123456789", "87654321", "qwertyuiop",
                "qwerty123", "1q2w3e4r5t", "1qaz2wsx", "abcdefgh", "abcd1234", "iloveyou", "iloveyou2", "sunshine1",
                "football!", "letmein123", "trustno1!", "welcome2026", "Summer2026!", "changeme1", "admin123!",
                        "aaaaaaaa",
                "abababab", "11111111", "19870412", "01011990", "dragon99", "monkey123", "baseball1", "superman1",
                "p4ssword", "l0vely00", "correct horse battery staple"
            })
    void refusesWhatAnybodyWouldTry(String password) {
        assertThatThrownBy(() -> rules.check(password, "ira", "Ira Valdez"))
                .isInstanceOf(UserRefused.class)
                .hasMessageContaining("among the first that anybody would try");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four fine grey geese",
                "k7mh-q2xv-9rtb",
                "Zoë likes 日本 in rain",
                "hjlpwbnc",
                "sixty-four characters are welcome here, spaces and all, we promise",
                "no capitals no digits"
            })
    void acceptsLengthWithoutComposition(String password) {
        assertThatCode(() -> rules.check(password, "ira", "Ira Valdez")).doesNotThrowAnyException();
    }

    @Test
    void acceptsItsOwnFreshPasswords() {
        for (int i = 0; i < 1000; i++) {
            var fresh = FreshPassword.next();
            assertThatCode(() -> rules.check(fresh, "ira", "Ira Valdez"))
                    .as(fresh)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"valdez-77", "Valdez2026", "iravaldez"})
    void refusesTheNameOfItsOwner(String password) {
        assertThatThrownBy(() -> rules.check(password, "iravaldez", "Ira Valdez"))
                .hasMessageContaining("name of its owner");
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThatThrownBy(() -> rules.check("kürz🎈🎈🎈", "ira", "Ira")).hasMessageContaining("at least 8 characters");
        assertThatThrownBy(() -> rules.check("ab c".repeat(51), "ira", "Ira"))
                .hasMessageContaining("at most 200 characters");
    }
}
