package org.dorothydispatch.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.Test;

class LightsBadgeTest {

    @Test
    void shapeSignColourAndWordsSayTheSame() {
        var badge = new LightsBadge(Light.RED, Light.AMBER);
        assertThat(badge.getElement().getAttribute("aria-label"))
                .isEqualTo("Customer: red, broken. Company: amber, look at it.");
        assertThat(badge.getChildren())
                .satisfiesExactly(
                        customer -> {
                            assertThat(customer.getElement().getText()).isEqualTo("×");
                            assertThat(customer.getElement().getClassList()).contains("light", "customer", "red");
                        },
                        company -> {
                            assertThat(company.getElement().getText()).isEqualTo("!");
                            assertThat(company.getElement().getClassList()).contains("light", "company", "amber");
                        });
    }
}
