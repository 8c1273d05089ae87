package org.dorothydispatch.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What to ask a customer next time stands wherever somebody is about to meet them. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class AskNextTimeTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private BoardScreens screens;

    @BeforeEach
    void tellTheStory() {
        screens = BoardScreens.tellTheStory(context);
    }

    @AfterEach
    void closeBrowsers() {
        screens.close();
    }

    @Test
    void itStandsBesideTheBoard() {
        assertThat(besideTheBoard()).contains("Dorothy").doesNotContain("Ask next time");
        ask();

        assertThat(besideTheBoard())
                .contains("Ask next time", "Is <b>Tuesday</b> still fine? (nobody would like to know)");
    }

    @Test
    void itStandsOnTheRunSheetAsText() throws Exception {
        assertThat(runSheet()).contains("Dorothy").doesNotContain("Please ask");
        ask();

        assertThat(runSheet()).contains("Please ask", "Is &lt;b&gt;Tuesday&lt;/b&gt; still fine?");
    }

    private void ask() {
        jdbc.sql("""
                        insert into ask_next_time (customer, question, set_by, set_at)
                        values ('DOROTHY', 'Is <b>Tuesday</b> still fine?', 'nobody', '2026-10-01 12:00:00')""").update();
    }

    private String besideTheBoard() {
        return BoardScreens.open(screens.newWindow("vera"), "board", Map.of("visit", "D10"))
                .getElement()
                .getTextRecursively();
    }

    private String runSheet() throws Exception {
        return mvc.perform(get("/print/run?technician=CY&date=2026-10-06").with(user("vera")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
